package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.mail.Odd.all;
import static org.sucharit.mail.Odd.broken;
import static org.sucharit.mail.Odd.bytes;
import static org.sucharit.mail.Odd.files;
import static org.sucharit.mail.Odd.join;
import static org.sucharit.mail.Odd.of;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Mails with odd files and names of files, and what is meant to do harm. */
final class OddFiles {

    private static final String MIXED = "Content-Type: multipart/mixed; boundary=b";
    private static final String BASE64 = "Content-Transfer-Encoding: base64";

    private OddFiles() {}

    static List<Odd> mails() {
        List<Odd> all = new ArrayList<>();
        attached(all);
        names(all);
        harmful(all);
        return all;
    }

    private static void attached(List<Odd> all) {
        all.add(file(
                "a file of nothing",
                "Content-Disposition: attachment; filename=empty.txt",
                new byte[0],
                mail -> assertThat(mail.attachments().getFirst().bytes()).isEmpty()));
        all.add(file(
                "a file with every byte",
                "Content-Disposition: attachment; filename=all.bin",
                every(),
                mail -> assertThat(mail.attachments().getFirst().bytes()).isEqualTo(every())));
        all.add(file(
                "a file of ten megabytes",
                "Content-Disposition: attachment; filename=big.bin",
                new byte[10_000_000],
                mail -> assertThat(mail.attachments().getFirst().bytes()).hasSize(10_000_000)));
        all.add(file(
                "text that is a file",
                "Content-Disposition: inline; filename=note.txt",
                "x".getBytes(StandardCharsets.US_ASCII),
                files("note.txt")));
        all.add(of("winmail.dat with a file", files("plan.txt"), tnef("plan.txt", "secret plan")));
        all.add(of(
                "winmail.dat that is broken",
                all(broken(), files("winmail.dat")),
                tnefOf("no tnef".getBytes(StandardCharsets.US_ASCII))));
        all.add(of("winmail.dat cut off", broken(), tnefOf(java.util.Arrays.copyOf(tnefBytes("a.txt", "text"), 40))));
        all.add(of("winmail.dat that says it is huge", broken(), tnefOf(huge())));
    }

    private static void names(List<Odd> all) {
        String[][] names = {
            {"a name with a path", "filename=\"C:\\\\temp\\\\x.pdf\"", "x.pdf"},
            {"a name that climbs", "filename=\"../../etc/passwd\"", "passwd"},
            {"a name that is a path alone", "filename=\"/\"", "attachment-2.pdf"},
            {"a name of dots", "filename=\"..\"", "attachment-2.pdf"},
            {"a name that turns round", "filename*=UTF-8''cod%E2%80%AEfdp.exe", "codfdp.exe"},
            {"a name with a null byte", "filename*=UTF-8''a%00b.pdf", "a b.pdf"},
            {"a name in pieces", "filename*0=\"long\"; filename*1=\"er.pdf\"", "longer.pdf"},
            {"a name in TIS-620", "filename*=TIS-620''" + java.net.URLEncoder.encode("ภาพ.pdf", Odd.THAI), "ภาพ.pdf"},
            {
                "a name as an encoded word",
                "filename=\"=?UTF-8?B?" + Odd.base64("ภาพ.pdf", StandardCharsets.UTF_8) + "?=\"",
                "ภาพ.pdf"
            },
            {"a name raw in UTF-8", "filename=\"ภาพ.pdf\"", "ภาพ.pdf"},
            {"a name never closed", "filename=\"x.pdf", null},
            {"a blank name", "filename=\"  \"", "attachment-2.pdf"},
            {"two names", "filename=a.pdf; filename=b.pdf", null},
        };
        for (String[] one : names) {
            Consumer<IncomingMail> expect = one[2] == null ? mail -> {} : files(one[2]);
            all.add(file(one[0], "Content-Disposition: attachment; " + one[1], new byte[] {1}, expect));
        }
        all.add(file(
                "a name of five thousand letters",
                "Content-Disposition: attachment; filename=\"" + "n".repeat(5000) + ".pdf\"",
                new byte[] {1},
                mail -> assertThat(mail.attachments().getFirst().name())
                        .hasSizeLessThanOrEqualTo(200)
                        .endsWith(".pdf")));
    }

    private static void harmful(List<Odd> all) {
        byte[] bomb = zipOfZeros();
        all.add(file(
                "a zip bomb stays shut",
                "Content-Disposition: attachment; filename=bomb.zip",
                bomb,
                mail -> assertThat(mail.attachments().getFirst().bytes()).isEqualTo(bomb)));
        all.add(file(
                "a program called a picture",
                "Content-Disposition: attachment; filename=photo.jpg.exe",
                new byte[] {'M', 'Z'},
                files("photo.jpg.exe")));
        all.add(of(
                "a web page as a file",
                files("x.html"),
                MIXED,
                "",
                "--b",
                "Content-Type: text/html; name=x.html",
                "",
                "<script>alert(1)</script>",
                "--b--"));
        all.add(of(
                "a picture with a script",
                files("attachment-1"),
                "Content-Type: image/svg+xml",
                "",
                "<svg onload='alert(1)'/>"));
        all.add(of(
                "a million commas in an address",
                mail -> {},
                "To: " + ",".repeat(1_000_000),
                "From: a@b.example",
                "",
                "x"));
        all.add(of(
                "a hundred thousand brackets in an address",
                mail -> {},
                "From: " + "(".repeat(100_000) + "a@b.example",
                "",
                "x"));
        all.add(of("parameters without end", mail -> {}, "Content-Type: text/plain" + "; a=b".repeat(50_000), "", "x"));
        all.add(of("a parameter in fifty thousand pieces", mail -> {}, "Content-Type: text/plain" + pieces(), "", "x"));
        all.add(of("a subject of encoded words", mail -> {}, "Subject: " + "=?utf-8?Q?=?=".repeat(50_000), "", "x"));
    }

    private static Odd file(String name, String disposition, byte[] content, Consumer<IncomingMail> expect) {
        return new Odd(
                name,
                join(
                        bytes(MIXED, "", "--b", "Content-Type: application/pdf", disposition, BASE64, "", ""),
                        Base64.getMimeEncoder().encode(content),
                        bytes("", "--b--")),
                expect);
    }

    private static String pieces() {
        StringBuilder pieces = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            pieces.append("; a*").append(i).append("=x");
        }
        return pieces.toString();
    }

    private static byte[] every() {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        return every;
    }

    private static byte[] zipOfZeros() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            for (int i = 0; i < 100; i++) {
                zip.write(new byte[1_000_000]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String tnef(String name, String content) {
        return tnefOf(tnefBytes(name, content));
    }

    private static String tnefOf(byte[] tnef) {
        return String.join(
                "\r\n",
                MIXED,
                "",
                "--b",
                "Content-Type: application/ms-tnef; name=winmail.dat",
                BASE64,
                "",
                Base64.getMimeEncoder().encodeToString(tnef),
                "--b--");
    }

    /** MS-OXTNEF: a signature, a key, and attributes with their level, id, length and checksum. */
    private static byte[] tnefBytes(String name, String content) {
        ByteBuffer tnef = ByteBuffer.allocate(2000).order(ByteOrder.LITTLE_ENDIAN);
        tnef.putInt(0x223E9F78).putShort((short) 1);
        attribute(tnef, 0x00069002, new byte[14]); // attAttachRenddata: a file begins
        attribute(tnef, 0x00018010, (name + "\0").getBytes(StandardCharsets.US_ASCII)); // attAttachTitle
        attribute(tnef, 0x0006800F, content.getBytes(StandardCharsets.US_ASCII)); // attAttachData
        return java.util.Arrays.copyOf(tnef.array(), tnef.position());
    }

    private static void attribute(ByteBuffer tnef, int id, byte[] data) {
        int sum = 0;
        for (byte b : data) {
            sum += b & 0xFF;
        }
        tnef.put((byte) 2).putInt(id).putInt(data.length).put(data).putShort((short) sum);
    }

    private static byte[] huge() {
        ByteBuffer tnef = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        tnef.putInt(0x223E9F78)
                .putShort((short) 1)
                .put((byte) 2)
                .putInt(0x0006800F)
                .putInt(Integer.MAX_VALUE);
        return tnef.array();
    }
}
