package org.sucharit.mail;

import static org.sucharit.mail.Odd.SENTENCE;
import static org.sucharit.mail.Odd.THAI;
import static org.sucharit.mail.Odd.all;
import static org.sucharit.mail.Odd.base64;
import static org.sucharit.mail.Odd.broken;
import static org.sucharit.mail.Odd.files;
import static org.sucharit.mail.Odd.of;
import static org.sucharit.mail.Odd.quoted;
import static org.sucharit.mail.Odd.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Mails whose text is written oddly: character sets and their labels, transfer encodings, markup. */
final class OddTexts {

    private static final String PLAIN = "Content-Type: text/plain; charset=";
    private static final String UTF8 = PLAIN + "utf-8";
    private static final String HTML = "Content-Type: text/html; charset=utf-8";

    private OddTexts() {}

    static List<Odd> mails() {
        List<Odd> all = new ArrayList<>();
        charsets(all);
        encodings(all);
        markup(all);
        return all;
    }

    private static void charsets(List<Odd> all) {
        byte[] thai = SENTENCE.getBytes(THAI);
        byte[] utf8 = SENTENCE.getBytes(StandardCharsets.UTF_8);
        for (String label : List.of(
                "TIS-620",
                "tis620",
                "\"TIS-620\"",
                "'tis-620'",
                "windows-874",
                "cp874",
                "ISO-8859-11",
                "iso8859-11",
                "iso-8859-1",
                "windows-1252",
                "us-ascii",
                "x-unknown",
                "unknown-8bit",
                "no-such-set",
                "utf-8")) {
            all.add(of("Thai bytes labelled " + label, text(SENTENCE), thai, PLAIN + label));
        }
        for (String label : List.of("TIS-620", "windows-874", "iso-8859-11", "iso-8859-1", "us-ascii", "thai")) {
            all.add(of("UTF-8 labelled " + label, text(SENTENCE), utf8, PLAIN + label));
        }
        all.add(of("Thai bytes without a label", text(SENTENCE), thai, "Content-Type: text/plain"));
        all.add(of("Thai bytes without any header", text(SENTENCE), thai, "Subject: x"));
        all.add(of("UTF-8 without a label", text(SENTENCE), utf8, "Subject: x"));
        all.add(of("a Thai word that is UTF-8 by chance", text("เขต"), "เขต".getBytes(THAI), PLAIN + "TIS-620"));
        all.add(of(
                "UTF-8 with a byte order mark",
                text(SENTENCE),
                ("\uFEFF" + SENTENCE).getBytes(StandardCharsets.UTF_8),
                UTF8));
        all.add(of(
                "UTF-16 with its mark", text(SENTENCE), SENTENCE.getBytes(StandardCharsets.UTF_16), PLAIN + "utf-16"));
        all.add(of("UTF-16LE", text(SENTENCE), SENTENCE.getBytes(StandardCharsets.UTF_16LE), PLAIN + "utf-16le"));
        all.add(of(
                "Western text",
                text("café à la crème"),
                "café à la crème".getBytes(StandardCharsets.ISO_8859_1),
                PLAIN + "iso-8859-1"));
        all.add(of(
                "curly quotes of windows-1252",
                text("“ok”"),
                new byte[] {(byte) 0x93, 'o', 'k', (byte) 0x94},
                PLAIN + "windows-1252"));
        all.add(of("Japanese", text("日本"), "日本".getBytes(Charset.forName("ISO-2022-JP")), PLAIN + "ISO-2022-JP"));
        all.add(of("Chinese", text("中文"), "中文".getBytes(Charset.forName("GB18030")), PLAIN + "gb18030"));
        all.add(of(
                "Arabic script of the south", text("بهاس ملايو"), "بهاس ملايو".getBytes(StandardCharsets.UTF_8), UTF8));
        all.add(of("an emoji", text("😀 ok"), "😀 ok".getBytes(StandardCharsets.UTF_8), UTF8));
        all.add(of(
                "UTF-8 cut in the middle of a letter",
                mail -> org.assertj.core.api.Assertions.assertThat(mail.text()).startsWith("ขอแจ้ง"),
                java.util.Arrays.copyOf(utf8, utf8.length - 1),
                UTF8));
        all.add(of("null bytes in the text", text("ab"), new byte[] {'a', 0, 'b'}, UTF8));
        all.add(of("control characters", text("a b\tc"), "a\u0007 b\tc\u001B".getBytes(StandardCharsets.UTF_8), UTF8));
        all.add(of("Thai digits and marks", text("๑๒๓ กํ่ ฯลฯ"), "๑๒๓ กํ่ ฯลฯ".getBytes(StandardCharsets.UTF_8), UTF8));
    }

    private static void encodings(List<Odd> all) {
        String b64 = "Content-Transfer-Encoding: base64";
        String qp = "Content-Transfer-Encoding: quoted-printable";
        all.add(of("Base64 of UTF-8", text(SENTENCE), UTF8, b64, "", base64(SENTENCE, StandardCharsets.UTF_8)));
        all.add(of("Base64 of TIS-620", text(SENTENCE), PLAIN + "TIS-620", b64, "", base64(SENTENCE, THAI)));
        all.add(of("Base64 of TIS-620 labelled UTF-8", text(SENTENCE), UTF8, b64, "", base64(SENTENCE, THAI)));
        all.add(of(
                "Base64 in one line",
                text("x".repeat(9000)),
                UTF8,
                b64,
                "",
                base64("x".repeat(9000), StandardCharsets.UTF_8).replace("\r\n", "")));
        all.add(of("Base64 with spaces", text("hello"), UTF8, b64, "", " aGVs", " bG8= "));
        all.add(of("Base64 that is cut off", broken(), UTF8, b64, "", "aGVsbG8gd29ybGQhI"));
        all.add(of(
                "Base64 with words behind it",
                mail -> org.assertj.core.api.Assertions.assertThat(mail.text()).startsWith("hello"),
                UTF8,
                b64,
                "",
                "aGVsbG8=",
                "-- ",
                "sent by a scanner"));
        all.add(of("Base64 in capitals", text("hello"), UTF8, "CONTENT-TRANSFER-ENCODING: BASE64", "", "aGVsbG8="));
        all.add(of(
                "quoted-printable of UTF-8", text(SENTENCE), UTF8, qp, "", quoted(SENTENCE, StandardCharsets.UTF_8)));
        all.add(of("quoted-printable of TIS-620", text(SENTENCE), PLAIN + "tis-620", qp, "", quoted(SENTENCE, THAI)));
        all.add(of("quoted-printable in small letters", text("ก"), UTF8, qp, "", "=e0=b8=81"));
        all.add(of("quoted-printable cut within a letter", text("ก"), UTF8, qp, "", "=E0=", "=B8=", "=81"));
        all.add(of(
                "quoted-printable with a wrong escape",
                mail -> org.assertj.core.api.Assertions.assertThat(mail.text()).contains("50"),
                UTF8,
                qp,
                "",
                "50=ZZ 100%"));
        all.add(of("quoted-printable that ends in a sign", mail -> {}, UTF8, qp, "", "end="));
        all.add(of("plain text that says it is quoted", text("no escapes"), UTF8, qp, "", "no escapes"));
        all.add(of("8bit", text(SENTENCE), UTF8, "Content-Transfer-Encoding: 8bit", "", SENTENCE));
        all.add(of("binary", text(SENTENCE), UTF8, "Content-Transfer-Encoding: binary", "", SENTENCE));
        all.add(of(
                "an encoding that is none",
                all(
                        broken(),
                        mail -> org.assertj.core.api.Assertions.assertThat(mail.text())
                                .isEqualTo("as it stands")),
                UTF8,
                "Content-Transfer-Encoding: rot13",
                "",
                "as it stands"));
        all.add(of(
                "an encoding with a comment",
                text("hello"),
                UTF8,
                "Content-Transfer-Encoding: base64 (really)",
                "",
                "aGVsbG8="));
        all.add(of(
                "uuencoded text stays readable as it is",
                mail -> org.assertj.core.api.Assertions.assertThat(mail.text()).startsWith("begin 644"),
                UTF8,
                "",
                "begin 644 a.txt",
                "#86)C",
                "`",
                "end"));
        all.add(new Odd(
                "line ends of Unix",
                "Subject: x\n\nline one\nline two\n".getBytes(StandardCharsets.US_ASCII),
                text("line one\nline two")));
        all.add(new Odd("line ends of old Macs", "Subject: x\r\rbody".getBytes(StandardCharsets.US_ASCII), mail -> {}));
        all.add(of("flowed text", text("one \ntwo"), PLAIN + "utf-8; format=flowed", "", "one ", "two"));
        all.add(of(
                "five megabytes of text",
                mail -> org.assertj.core.api.Assertions.assertThat(mail.text()).hasSize(5_000_000),
                "x".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII),
                UTF8));
        all.add(of(
                "one line of a million letters",
                text("y".repeat(1_000_000)),
                "y".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII),
                UTF8));
    }

    private static void markup(List<Odd> all) {
        all.add(of("HTML only", text("เรียน นายก\n\nข้อความ"), HTML, "", "<p>เรียน&nbsp;นายก</p><p>ข้อความ</p>"));
        all.add(of(
                "HTML with script and style",
                text("seen"),
                HTML,
                "",
                "<style>p{}</style><script>alert('x')</script><b>seen</b>"));
        all.add(of("HTML never closed", text("open bold"), HTML, "", "<div><b>open <i>bold"));
        all.add(of(
                "a script never closed is shown",
                mail -> org.assertj.core.api.Assertions.assertThat(mail.text()).contains("hidden"),
                HTML,
                "",
                "<script>hidden"));
        all.add(of("HTML with entities", text("1 < 2 & ก"), HTML, "", "1 &lt; 2 &amp; &#3585;"));
        all.add(of("HTML that says it is plain", text("<b>bold</b>"), UTF8, "", "<b>bold</b>"));
        all.add(of("plain text that says it is HTML", text("1 < 2"), HTML, "", "1 < 2"));
        all.add(of(
                "HTML in Thai bytes that only its own head names",
                text(SENTENCE),
                ("<html><head><meta charset=tis-620></head><body>" + SENTENCE + "</body></html>").getBytes(THAI),
                "Content-Type: text/html"));
        all.add(of("HTML of a picture alone", text(""), HTML, "", "<img src='http://tracker.example/x.gif'>"));
        all.add(of("HTML with a comment never closed", text("before"), HTML, "", "before<!-- after"));
        all.add(of("a hundred thousand tags", mail -> {}, HTML, "", "<div><table><tr><td>".repeat(100_000)));
        all.add(of(
                "a tag of a million letters",
                text("end"),
                HTML,
                "",
                "<a title='" + "x".repeat(1_000_000) + "'>end</a>"));
        all.add(of(
                "enriched text is a file", files("attachment-1"), "Content-Type: text/enriched", "", "<bold>x</bold>"));
        all.add(of("rich text is a file", files("attachment-1.rtf"), "Content-Type: text/rtf", "", "{\\rtf1 x}"));
    }
}
