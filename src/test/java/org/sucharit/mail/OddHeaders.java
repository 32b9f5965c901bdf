package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.mail.IncomingMail.Sort.AUTOMATIC;
import static org.sucharit.mail.IncomingMail.Sort.BOUNCE;
import static org.sucharit.mail.IncomingMail.Sort.PERSON;
import static org.sucharit.mail.Odd.SENTENCE;
import static org.sucharit.mail.Odd.THAI;
import static org.sucharit.mail.Odd.all;
import static org.sucharit.mail.Odd.base64;
import static org.sucharit.mail.Odd.from;
import static org.sucharit.mail.Odd.of;
import static org.sucharit.mail.Odd.sort;
import static org.sucharit.mail.Odd.subject;
import static org.sucharit.mail.Odd.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Mails with odd headers: subjects, senders, forged ones, and every sign that no person wrote them. */
final class OddHeaders {

    private OddHeaders() {}

    static List<Odd> mails() {
        List<Odd> all = new ArrayList<>();
        subjects(all);
        senders(all);
        blocks(all);
        sorts(all);
        return all;
    }

    private static void subjects(List<Odd> all) {
        String utf8 = base64(SENTENCE, StandardCharsets.UTF_8).replace("\r\n", "");
        all.add(of("subject in Base64 UTF-8", subject(SENTENCE), "Subject: =?UTF-8?B?" + utf8 + "?=", "", ""));
        all.add(of(
                "subject in TIS-620",
                subject("ทุจริต"),
                "Subject: =?TIS-620?B?" + base64("ทุจริต", THAI) + "?=",
                "",
                ""));
        all.add(of(
                "subject in windows-874 quoted", subject("การ x"), "Subject: =?windows-874?Q?=A1=D2=C3_x?=", "", ""));
        all.add(of("subject raw UTF-8", subject(SENTENCE), "Subject: " + SENTENCE, "", ""));
        all.add(new Odd(
                "subject raw TIS-620",
                Odd.join("Subject: ".getBytes(THAI), SENTENCE.getBytes(THAI), "\r\n\r\n".getBytes(THAI)),
                subject(SENTENCE)));
        byte[] bytes = SENTENCE.getBytes(StandardCharsets.UTF_8);
        java.util.Base64.Encoder encoder = java.util.Base64.getEncoder();
        all.add(of(
                "subject cut within a letter",
                subject(SENTENCE),
                "Subject: =?utf-8?B?" + encoder.encodeToString(java.util.Arrays.copyOf(bytes, 10)) + "?=",
                " =?utf-8?B?" + encoder.encodeToString(java.util.Arrays.copyOfRange(bytes, 10, bytes.length)) + "?=",
                "",
                ""));
        all.add(of("subject with a word that does not decode", mail -> {}, "Subject: =?utf-8?B?***?=", "", ""));
        all.add(of("subject with an unknown set", subject("abc"), "Subject: =?x-klingon?Q?abc?=", "", ""));
        all.add(of("subject with a language", subject("abc"), "Subject: =?utf-8*th?Q?abc?=", "", ""));
        all.add(of("subject never closed", subject("=?utf-8?B?"), "Subject: =?utf-8?B?", "", ""));
        all.add(of(
                "subject that would add a header",
                subject("hello Bcc: everybody@b.example"),
                "Subject: =?utf-8?Q?hello=0D=0ABcc:_everybody@b.example?=",
                "",
                ""));
        all.add(of(
                "subject folded over ten lines",
                mail -> assertThat(mail.subject()).hasLineCount(1),
                "Subject: a",
                " b",
                " c",
                " d",
                " e",
                " f",
                " g",
                " h",
                " i",
                " j",
                "",
                ""));
        all.add(of(
                "subject of a megabyte",
                mail -> assertThat(mail.subject()).hasSize(1_000_000),
                "Subject: " + "s".repeat(1_000_000),
                "",
                ""));
        all.add(of("two subjects", subject("first"), "Subject: first", "Subject: second", "", ""));
        all.add(of("no subject", subject(""), "From: a@b.example", "", "text"));
        all.add(of("blank subject", subject(""), "Subject:    ", "", "text"));
        all.add(of(
                "subject of right-to-left marks",
                mail -> assertThat(mail.subject()).contains("evil"),
                "Subject: \u202Eevil",
                "",
                ""));
    }

    private static void senders(List<Odd> all) {
        all.add(of(
                "sender in Thai",
                from("สมชาย", "somchai@b.example"),
                "From: =?utf-8?B?" + base64("สมชาย", StandardCharsets.UTF_8) + "?= <somchai@b.example>",
                "",
                ""));
        all.add(of(
                "sender raw in Thai", from("สมชาย", "somchai@b.example"), "From: สมชาย <somchai@b.example>", "", ""));
        all.add(of("sender without a name", from("null", "a@b.example"), "From: a@b.example", "", ""));
        all.add(of("no sender", from("null", "null"), "Subject: x", "", ""));
        all.add(of("empty sender", from("null", "null"), "From:", "", ""));
        all.add(of("sender that is no address", mail -> {}, "From: the people of the village", "", ""));
        all.add(of("several senders", from("null", "a@b.example"), "From: a@b.example, c@d.example", "", ""));
        all.add(of("a group as sender", mail -> {}, "From: villagers: a@b.example, c@d.example;", "", ""));
        all.add(of(
                "a name that is another's address",
                from("mayor@kaohin.example", "a@b.example"),
                "From: \"mayor@kaohin.example\" <a@b.example>",
                "",
                ""));
        all.add(of(
                "two From headers",
                from("null", "a@b.example"),
                "From: a@b.example",
                "From: mayor@kaohin.example",
                "",
                ""));
        all.add(of("a sender never closed", mail -> {}, "From: \"a <a@b.example", "", ""));
        all.add(of("a sender of a megabyte", mail -> {}, "From: " + "x".repeat(1_000_000) + "@b.example", "", ""));
        all.add(of(
                "a domain in Thai", mail -> assertThat(mail.fromAddress()).contains("@"), "From: a@ไทย.ไทย", "", ""));
        all.add(of(
                "forged headers of ours",
                all(sort(PERSON), text("x")),
                "X-Sucharit-Case: 1",
                "Received: from localhost by localhost",
                "Authentication-Results: ours; dkim=pass",
                "From: a@b.example",
                "",
                "x"));
    }

    private static void blocks(List<Odd> all) {
        all.add(new Odd("nothing at all", new byte[0], text("")));
        all.add(of("one empty line", text(""), "", ""));
        all.add(of("headers without a body", all(subject("x"), text("")), "Subject: x"));
        all.add(of("a body without headers", mail -> {}, "just some words, no header", "and more"));
        all.add(of("an empty line first", text("Subject: x"), "", "Subject: x"));
        all.add(of("a header without a colon", subject("x"), "This is no header", "Subject: x", "", ""));
        all.add(of(
                "the envelope line of an mbox",
                subject("x"),
                "From a@b.example Mon Nov  2 09:30:00 2026",
                "Subject: x",
                "",
                ""));
        all.add(of("ten thousand headers", text("end"), ("X-Junk: y\r\n".repeat(10_000) + "Subject: x\r\n\r\nend")));
        all.add(of("a date that is none", mail -> assertThat(mail.sentAt()).isNull(), "Date: yesterday", "", ""));
        all.add(of("a date of the Buddhist era", mail -> {}, "Date: Mon, 02 Nov 2569 09:30:00 +0700", "", ""));
        all.add(of("a date before time", mail -> {}, "Date: Mon, 01 Jan 0001 00:00:00 +0000", "", ""));
        all.add(of(
                "a Message-ID without brackets",
                mail -> assertThat(mail.messageId()).isEqualTo("abc"),
                "Message-ID: abc",
                "",
                ""));
        all.add(of("an empty Message-ID", mail -> assertThat(mail.messageId()).isNull(), "Message-ID: ", "", ""));
        all.add(of("a Message-ID of a megabyte", mail -> {}, "Message-ID: <" + "m".repeat(1_000_000) + ">", "", ""));
        all.add(of(
                "a thousand references",
                mail -> assertThat(mail.references()).hasSizeLessThanOrEqualTo(8),
                "References: " + "<abcdefghijklmnopqrst@b.example> ".repeat(1000),
                "",
                ""));
        all.add(new Odd(
                "null bytes in a header",
                "Subject: a\0b\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
                mail -> assertThat(mail.subject()).doesNotContain("\0")));
    }

    private static void sorts(List<Odd> all) {
        String[][] automatic = {
            {"an absence notice", "Auto-Submitted: auto-replied"},
            {"a generated mail", "Auto-Submitted: auto-generated; owner-email=a@b.example"},
            {"a notice of Exchange", "X-Auto-Response-Suppress: All"},
            {"an old autoresponder", "X-Autorespond: yes"},
            {"another old autoresponder", "X-Autoreply: yes"},
            {"bulk", "Precedence: bulk"},
            {"junk", "Precedence: junk"},
            {"a list by its precedence", "Precedence: list"},
            {"a list by its name", "List-Id: <news.example>"},
            {"a newsletter", "List-Unsubscribe: <mailto:off@news.example>"},
            {"whoever takes no answer", "From: no-reply@shop.example"},
            {"an absence notice by its subject", "Subject: Automatic reply: leave"},
            {"an absence by its subject", "Subject: Out of Office: leave"},
            {"an absence notice from nobody", "Return-Path: <>\r\nAuto-Submitted: auto-replied"},
            {"a mail that went round", "X-Loop: desk@kaohin.example"},
        };
        for (String[] one : automatic) {
            all.add(of(one[0], sort(AUTOMATIC), one[1], "", "text"));
        }
        String[][] bounces = {
            {"a report from nobody", "Return-Path: <>"},
            {"a report from nobody with a space", "Return-Path: < >"},
            {"a delivery report", "Content-Type: multipart/report; report-type=delivery-status; boundary=b"},
            {"a reading receipt", "Content-Type: multipart/report; report-type=disposition-notification; boundary=b"},
            {"an abuse report", "Content-Type: multipart/report; report-type=feedback-report; boundary=b"},
            {"a mailer daemon", "From: MAILER-DAEMON@b.example"},
            {"a postmaster", "From: Postmaster <postmaster@b.example>"},
            {"a report of Exim", "X-Failed-Recipients: a@b.example"},
            {"a bounce address", "From: bounce+abc@list.example"},
        };
        for (String[] one : bounces) {
            all.add(of(one[0], sort(BOUNCE), one[1], "", "--b", "", "text", "--b--"));
        }
        all.add(of(
                "a person who says that they are one",
                sort(PERSON),
                "Auto-Submitted: no",
                "From: a@b.example",
                "",
                "x"));
        all.add(of("a person with a priority", sort(PERSON), "Precedence: first-class", "From: a@b.example", "", "x"));
        all.add(of("a person called bouncer", sort(PERSON), "From: bouncer@b.example", "", "x"));
    }
}
