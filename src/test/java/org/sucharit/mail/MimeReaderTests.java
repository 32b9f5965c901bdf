package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeReaderTests {

    private static final Charset THAI = Charset.forName("x-windows-874");
    private static final String SENTENCE = "ขอแจ้งเบาะแสการทุจริต ครับ";

    private static IncomingMail read(byte[] raw) {
        Mailbox mailbox = Mailboxes.with("name", "box");
        return new MimeReader(raw, false).read(mailbox, 1, 2, Instant.EPOCH);
    }

    private static IncomingMail read(String... lines) {
        return read(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private static IncomingMail plain(String contentType, byte[] body) {
        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        raw.writeBytes(("Subject: x\r\n" + contentType + "\r\n").getBytes(StandardCharsets.US_ASCII));
        raw.writeBytes(body);
        return read(raw.toByteArray());
    }

    private static String base64(String text, Charset charset) {
        return Base64.getEncoder().encodeToString(text.getBytes(charset));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIS-620", "windows-874", "ISO-8859-11", "iso-8859-1", "utf-8", "us-ascii", "no-such-set"})
    void readsThaiBytesWhateverTheirLabel(String label) {
        IncomingMail mail = plain("Content-Type: text/plain; charset=" + label + "\r\n", SENTENCE.getBytes(THAI));

        assertThat(mail.text()).isEqualTo(SENTENCE);
        assertThat(mail.unreadable()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"utf-8", "TIS-620", "windows-874", "iso-8859-1", "us-ascii", "no-such-set"})
    void readsUtf8WhateverItsLabel(String label) {
        assertThat(plain(
                                "Content-Type: text/plain; charset=" + label + "\r\n",
                                SENTENCE.getBytes(StandardCharsets.UTF_8))
                        .text())
                .isEqualTo(SENTENCE);
    }

    @Test
    void readsThaiBytesWithoutAnyLabel() {
        assertThat(plain("", SENTENCE.getBytes(THAI)).text()).isEqualTo(SENTENCE);
    }

    @Test
    void aThaiWordThatIsUtf8ByChanceStaysThai() {
        assertThat(plain("Content-Type: text/plain; charset=TIS-620\r\n", "เขต".getBytes(THAI))
                        .text())
                .isEqualTo("เขต");
    }

    @Test
    void leavesWesternTextAlone() {
        assertThat(plain(
                                "Content-Type: text/plain; charset=iso-8859-1\r\n",
                                "café à la crème".getBytes(StandardCharsets.ISO_8859_1))
                        .text())
                .isEqualTo("café à la crème");
    }

    @Test
    void readsEncodedSubjectsAlsoWhereALetterIsCutInTwo() {
        byte[] utf8 = SENTENCE.getBytes(StandardCharsets.UTF_8);
        String first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(utf8, 10));
        String second = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(utf8, 10, utf8.length));

        assertThat(read("Subject: =?utf-8?B?" + first + "?=", " =?utf-8?B?" + second + "?=", "", "")
                        .subject())
                .isEqualTo(SENTENCE);
        assertThat(read("Subject: Re: =?TIS-620?B?" + base64("ทุจริต", THAI) + "?= (2)", "", "")
                        .subject())
                .isEqualTo("Re: ทุจริต (2)");
        assertThat(read("Subject: =?windows-874?Q?=A1=D2=C3_x?=", "", "").subject())
                .isEqualTo("การ x");
        assertThat(read("Subject: " + SENTENCE, "", "").subject()).isEqualTo(SENTENCE);
    }

    @Test
    void readsSenderAndTimes() {
        IncomingMail mail = read(
                "From: =?utf-8?B?" + base64("สมชาย", StandardCharsets.UTF_8) + "?= <somchai@b.example>",
                "Date: Mon, 02 Nov 2026 09:30:00 +0700",
                "Message-ID: <1@b.example>",
                "",
                "");

        assertThat(mail.fromName()).isEqualTo("สมชาย");
        assertThat(mail.fromAddress()).isEqualTo("somchai@b.example");
        assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-11-02T02:30:00Z"));
        assertThat(mail.messageId()).isEqualTo("<1@b.example>");
        assertThat(mail.headers()).startsWith("From: ").endsWith("<1@b.example>\r\n");
    }

    @Test
    void stripsHtmlWhereThereIsNoPlainText() {
        IncomingMail mail = read(
                "Content-Type: text/html; charset=utf-8",
                "",
                "<html><head><title>t</title><style>p{}</style></head><body><p>เรียน&nbsp;นายก</p>",
                "<script>alert(1)</script><div>1 &lt; 2<br>บรรทัด</div><!-- no --></body></html>");

        assertThat(mail.text()).isEqualTo("เรียน นายก\n\n1 < 2\nบรรทัด");
    }

    @Test
    void choosesThePlainTextOfANestedMessageAndKeepsItsAttachments() {
        IncomingMail mail = read(
                "Content-Type: multipart/mixed; boundary=a",
                "",
                "--a",
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "Content-Type: multipart/related; boundary=c",
                "",
                "--c",
                "Content-Type: text/html",
                "",
                "<b>html</b>",
                "--c",
                "Content-Type: image/png",
                "Content-Transfer-Encoding: base64",
                "",
                "AAEC",
                "--c--",
                "--b",
                "Content-Type: text/plain",
                "",
                "plain",
                "--b--",
                "--a",
                "Content-Type: text/plain",
                "",
                "footer",
                "--a",
                "Content-Type: message/rfc822",
                "",
                "Subject: inner",
                "",
                "inner text",
                "--a--",
                "");

        assertThat(mail.text()).isEqualTo("plain\n\nfooter");
        assertThat(mail.attachments())
                .extracting(IncomingMail.Attachment::contentType)
                .containsExactly("image/png", "message/rfc822");
        assertThat(mail.attachments().getFirst().bytes()).containsExactly(0, 1, 2);
        assertThat(new String(mail.attachments().getLast().bytes(), StandardCharsets.US_ASCII))
                .contains("Subject: inner", "inner text");
        assertThat(mail.unreadable()).isFalse();
    }

    @Test
    void prefersHtmlToEmptyPlainText() {
        assertThat(read(
                                "Content-Type: multipart/alternative; boundary=b",
                                "",
                                "--b",
                                "Content-Type: text/plain",
                                "",
                                " ",
                                "--b",
                                "Content-Type: text/html",
                                "",
                                "<p>html</p>",
                                "--b--")
                        .text())
                .isEqualTo("html");
    }

    @Test
    void readsThaiFileNames() {
        String header = "Content-Disposition: attachment; ";
        String star = java.net.URLEncoder.encode("หลักฐาน.pdf", StandardCharsets.UTF_8);
        String starThai = java.net.URLEncoder.encode("หลักฐาน.pdf", THAI);
        String word = "=?UTF-8?B?" + base64("หลักฐาน.pdf", StandardCharsets.UTF_8) + "?=";
        String wordThai = "=?TIS-620?B?" + base64("หลักฐาน.pdf", THAI) + "?=";
        for (String parameter : new String[] {
            "filename*=UTF-8''" + star,
            "filename*=TIS-620''" + starThai,
            "filename*0*=UTF-8''" + star.substring(0, 18) + ";\r\n filename*1*=" + star.substring(18),
            "filename=\"" + word + "\"",
            "filename=\"" + wordThai + "\"",
            "filename=\"หลักฐาน.pdf\"",
            "filename=\"C:\\\\temp\\\\หลักฐาน.pdf\"",
            "filename=\"../../หลักฐาน.pdf\""
        }) {
            IncomingMail mail = read(
                    "Content-Type: multipart/mixed; boundary=b",
                    "",
                    "--b",
                    "Content-Type: application/pdf",
                    header + parameter,
                    "",
                    "%PDF",
                    "--b--");
            assertThat(mail.attachments()).as(parameter).hasSize(1);
            assertThat(mail.attachments().getFirst().name()).as(parameter).isEqualTo("หลักฐาน.pdf");
        }
    }

    @Test
    void anEmptyMessageIsReadable() {
        IncomingMail mail = read("From: a@b.example", "", "");

        assertThat(mail.text()).isEmpty();
        assertThat(mail.subject()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.unreadable()).isFalse();
        assertThat(read(new byte[0]).text()).isEmpty();
    }

    @Test
    void flagsBrokenMimeAndKeepsWhatCanBeRead() {
        IncomingMail noBoundary = read("Content-Type: multipart/mixed", "", "text");
        IncomingMail badEncoding =
                read("Content-Type: text/plain", "Content-Transfer-Encoding: rot13", "", "still here");
        IncomingMail badBase64 = read(
                "Content-Type: multipart/mixed; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "readable",
                "--b",
                "Content-Type: image/png",
                "Content-Transfer-Encoding: base64",
                "",
                "AAECA",
                "--b--");

        assertThat(noBoundary.unreadable()).isTrue();
        assertThat(badEncoding.unreadable()).isTrue();
        assertThat(badEncoding.text()).isEqualTo("still here");
        assertThat(badBase64.unreadable()).isTrue();
        assertThat(badBase64.text()).isEqualTo("readable");
    }

    @Test
    void readsAPartWithoutItsEnd() {
        assertThat(read("Content-Type: multipart/mixed; boundary=b", "", "--b", "", "cut off")
                        .text())
                .isEqualTo("cut off");
    }

    @Test
    void doesNotFollowNestingForEver() {
        StringBuilder raw = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int i = 0; i < 200; i++) {
            raw.append("--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n".formatted(i, i + 1));
        }

        assertThat(read(raw.toString()).unreadable()).isTrue();
    }

    @Test
    void bytesOfAnyKindMakeItFailNowhere() {
        Random random = new Random(7);
        String start = "Content-Type: multipart/mixed; boundary=b\r\nSubject: =?x?B?\r\n\r\n--b\r\nContent-Type: ";
        for (int i = 0; i < 2000; i++) {
            byte[] raw = new byte[random.nextInt(400)];
            random.nextBytes(raw);
            byte[] head = start.substring(0, random.nextInt(start.length())).getBytes(StandardCharsets.US_ASCII);
            ByteArrayOutputStream mail = new ByteArrayOutputStream();
            mail.writeBytes(head);
            mail.writeBytes(raw);
            assertThat(Mailboxes.whole(read(mail.toByteArray()))).isEqualTo(mail.toByteArray());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-replied | true",
                "Auto-Submitted: no | false",
                "Return-Path: <> | true",
                "Return-Path: <a@b.example> | false",
                "Content-Type: multipart/report; report-type=delivery-status; boundary=x | true",
                "Precedence: bulk | true",
                "From: Mailer-Daemon@b.example | true",
                "From: a@b.example | false"
            })
    void tellsMailThatNobodyWrote(String header, boolean automatic) {
        assertThat(read(header, "", "--x--").sort() != IncomingMail.Sort.PERSON).isEqualTo(automatic);
    }

    @Test
    void hostileHtmlTakesNoLongTime() {
        String hostile = "<script><!-<style <a ".repeat(100_000);

        assertThat(HtmlText.strip(hostile)).isNotNull();
    }

    @Test
    void showsNothingOfItselfInALog() {
        IncomingMail mail = read("From: a@b.example", "Subject: secret", "", "secret");

        assertThat(mail.toString()).isEqualTo("IncomingMail[box 1/2]");
    }
}
