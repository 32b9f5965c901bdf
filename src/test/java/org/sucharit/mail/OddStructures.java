package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.mail.Odd.all;
import static org.sucharit.mail.Odd.broken;
import static org.sucharit.mail.Odd.files;
import static org.sucharit.mail.Odd.of;
import static org.sucharit.mail.Odd.text;

import java.util.ArrayList;
import java.util.List;

/** Mails that are built oddly: parts within parts, and boundaries. */
final class OddStructures {

    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b";
    private static final String BASE64 = "Content-Transfer-Encoding: base64";

    private OddStructures() {}

    static List<Odd> mails() {
        List<Odd> all = new ArrayList<>();
        parts(all);
        boundaries(all);
        return all;
    }

    private static void parts(List<Odd> all) {
        all.add(of(
                "plain and HTML",
                text("plain"),
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "",
                "plain",
                "--b",
                "Content-Type: text/html",
                "",
                "<b>html</b>",
                "--b--"));
        all.add(of(
                "HTML before plain",
                text("plain"),
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "<b>html</b>",
                "--b",
                "",
                "plain",
                "--b--"));
        all.add(of(
                "empty plain beside HTML",
                text("html"),
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "",
                "  ",
                "--b",
                "Content-Type: text/html",
                "",
                "<b>html</b>",
                "--b--"));
        all.add(of(
                "a calendar in the alternative",
                all(text("Meeting"), files("attachment-3.ics")),
                "Content-Type: multipart/alternative; boundary=b",
                "",
                "--b",
                "",
                "Meeting",
                "--b",
                "Content-Type: text/calendar; method=REQUEST",
                "",
                "BEGIN:VCALENDAR",
                "END:VCALENDAR",
                "--b--"));
        all.add(of(
                "a calendar alone",
                all(text(""), files("attachment-1.ics")),
                "Content-Type: text/calendar",
                "",
                "BEGIN:VCALENDAR"));
        all.add(of("a visiting card", files("attachment-1.vcf"), "Content-Type: text/vcard", "", "BEGIN:VCARD"));
        all.add(of(
                "pictures within HTML",
                all(text("see"), files("attachment-3.png")),
                "Content-Type: multipart/related; boundary=b",
                "",
                "--b",
                "Content-Type: text/html",
                "",
                "see <img src=cid:1>",
                "--b",
                "Content-Type: image/png",
                "Content-ID: <1>",
                BASE64,
                "",
                "AAEC",
                "--b--"));
        all.add(of(
                "a forwarded mail",
                files("attachment-3.eml"),
                MIXED,
                "",
                "--b",
                "",
                "fwd",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Subject: inner",
                "",
                "inner",
                "--b--"));
        all.add(of(
                "a forwarded mail alone",
                files("attachment-1.eml"),
                "Content-Type: message/rfc822",
                "",
                "Subject: inner",
                "",
                "inner"));
        all.add(of(
                "a digest of mails",
                mail -> assertThat(mail.attachments()).hasSize(2),
                "Content-Type: multipart/digest; boundary=b",
                "",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Subject: 1",
                "",
                "x",
                "--b",
                "Content-Type: message/rfc822",
                "",
                "Subject: 2",
                "",
                "y",
                "--b--"));
        all.add(of(
                "a signed mail",
                all(text("signed"), files("smime.p7s")),
                "Content-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=b",
                "",
                "--b",
                "",
                "signed",
                "--b",
                "Content-Type: application/pkcs7-signature; name=smime.p7s",
                BASE64,
                "",
                "AAEC",
                "--b--"));
        all.add(of(
                "an encrypted mail",
                all(text(""), files("smime.p7m")),
                "Content-Type: application/pkcs7-mime; name=smime.p7m",
                BASE64,
                "",
                "AAEC"));
        all.add(of(
                "a mail encrypted with PGP",
                files("attachment-2", "encrypted.asc"),
                "Content-Type: multipart/encrypted; boundary=b",
                "",
                "--b",
                "Content-Type: application/pgp-encrypted",
                "",
                "Version: 1",
                "--b",
                "Content-Type: application/octet-stream; name=encrypted.asc",
                "",
                "-----BEGIN PGP MESSAGE-----",
                "--b--"));
        all.add(of(
                "a part of a mail",
                files("attachment-1"),
                "Content-Type: message/partial; id=x; number=1; total=9",
                "",
                "part"));
        all.add(of(
                "a file that lies elsewhere",
                files("attachment-1"),
                "Content-Type: message/external-body; access-type=URL; URL=\"http://b.example\"",
                "",
                "x"));
        all.add(of(
                "a delivery report",
                files("attachment-3.txt", "attachment-4.txt"),
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "",
                "failed",
                "--b",
                "Content-Type: message/delivery-status",
                "",
                "Action: failed",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "Subject: x",
                "--b--"));
        all.add(of(
                "a file of a Mac",
                files("a.txt", "a.txt"),
                "Content-Type: multipart/appledouble; boundary=b",
                "",
                "--b",
                "Content-Type: application/applefile; name=a.txt",
                "",
                "x",
                "--b",
                "Content-Type: application/octet-stream; name=a.txt",
                "",
                "y",
                "--b--"));
        all.add(of(
                "text, file, text",
                all(text("one\n\ntwo"), files("f.txt")),
                MIXED,
                "",
                "--b",
                "",
                "one",
                "--b",
                "Content-Disposition: attachment; filename=f.txt",
                "",
                "file",
                "--b",
                "",
                "two",
                "--b--"));
        all.add(of("twenty levels of parts", text("deep"), nested(18, "deep")));
        all.add(of("two hundred levels of parts", broken(), nested(200, "deep")));
        all.add(of("a thousand parts", mail -> assertThat(mail.attachments()).hasSize(990), many(990)));
        all.add(of("five thousand parts", broken(), many(5000)));
        all.add(of(
                "thirty mails within each other",
                mail -> assertThat(mail.attachments()).hasSize(1),
                "Content-Type: message/rfc822\r\n\r\n".repeat(30) + "Subject: last\r\n\r\nlast"));
    }

    private static void boundaries(List<Odd> all) {
        all.add(of("no boundary", broken(), "Content-Type: multipart/mixed", "", "text"));
        all.add(of(
                "an empty boundary",
                mail -> {},
                "Content-Type: multipart/mixed; boundary=\"\"",
                "",
                "--",
                "",
                "text",
                "----"));
        all.add(of("a boundary that never comes", mail -> {}, MIXED, "", "text without any boundary"));
        all.add(of("a boundary never closed", text("cut off"), MIXED, "", "--b", "", "cut off"));
        all.add(of(
                "words before and behind the parts",
                text("in"),
                MIXED,
                "",
                "before",
                "--b",
                "",
                "in",
                "--b--",
                "behind"));
        all.add(of(
                "a boundary of spaces",
                mail -> {},
                "Content-Type: multipart/mixed; boundary=\"   \"",
                "",
                "--   ",
                "",
                "in",
                "--   --"));
        all.add(of(
                "a boundary of signs",
                text("in"),
                "Content-Type: multipart/mixed; boundary=\"=_'()+,./:?\"",
                "",
                "--=_'()+,./:?",
                "",
                "in",
                "--=_'()+,./:?--"));
        all.add(of(
                "the same boundary within itself",
                mail -> {},
                MIXED,
                "",
                "--b",
                MIXED,
                "",
                "--b",
                "",
                "in",
                "--b--",
                "--b--"));
        all.add(of("a part without an empty line", mail -> {}, MIXED, "", "--b", "text at once", "--b--"));
        all.add(of("no part at all", mail -> assertThat(mail.attachments()).isEmpty(), MIXED, "", "--b--"));
        all.add(of("a type that is none", text("text"), "Content-Type: nonsense", "", "text"));
        all.add(of("an empty type", text("text"), "Content-Type:", "", "text"));
        all.add(of("a type of signs", text("text"), "Content-Type: ;;;=;", "", "text"));
        all.add(of(
                "a type with a charset never closed",
                text("text"),
                "Content-Type: text/plain; charset=\"utf-8",
                "",
                "text"));
        all.add(of("two types", mail -> {}, "Content-Type: text/plain", "Content-Type: text/html", "", "<b>x</b>"));
    }

    private static String nested(int levels, String text) {
        StringBuilder mail = new StringBuilder("Content-Type: multipart/mixed; boundary=b0\r\n\r\n");
        for (int i = 0; i < levels; i++) {
            mail.append("--b%d\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n".formatted(i, i + 1));
        }
        return mail.append("--b%d\r\n\r\n%s\r\n".formatted(levels, text)).toString();
    }

    private static String many(int parts) {
        StringBuilder mail = new StringBuilder(MIXED + "\r\n\r\n");
        for (int i = 0; i < parts; i++) {
            mail.append("--b\r\nContent-Disposition: attachment; filename=")
                    .append(i)
                    .append("\r\n\r\nx\r\n");
        }
        return mail.append("--b--").toString();
    }
}
