package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** An odd mail and what must come out of it. */
record Odd(String name, byte[] raw, Consumer<IncomingMail> expect) {

    static final Charset THAI = Charset.forName("x-windows-874");
    static final String SENTENCE = "ขอแจ้งเบาะแสการทุจริต ครับ";

    @Override
    public String toString() {
        return name;
    }

    /** A mail of these lines; Thai letters stand as UTF-8. */
    static Odd of(String name, Consumer<IncomingMail> expect, String... lines) {
        return new Odd(name, bytes(lines), expect);
    }

    static byte[] bytes(String... lines) {
        return String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    /** Headers, an empty line, and a body of bytes. */
    static Odd of(String name, Consumer<IncomingMail> expect, byte[] body, String... headers) {
        return new Odd(name, join(bytes(headers), "\r\n\r\n".getBytes(StandardCharsets.US_ASCII), body), expect);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(whole::writeBytes);
        return whole.toByteArray();
    }

    static String base64(String text, Charset charset) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(charset));
    }

    static String quoted(String text, Charset charset) {
        StringBuilder quoted = new StringBuilder();
        for (byte b : text.getBytes(charset)) {
            quoted.append("=%02X".formatted(b & 0xFF));
        }
        return quoted.toString();
    }

    static Consumer<IncomingMail> text(String text) {
        return mail -> {
            assertThat(mail.text()).isEqualTo(text);
            assertThat(mail.unreadable()).isFalse();
        };
    }

    static Consumer<IncomingMail> subject(String subject) {
        return mail -> assertThat(mail.subject()).isEqualTo(subject);
    }

    static Consumer<IncomingMail> from(String name, String address) {
        return mail -> {
            assertThat(String.valueOf(mail.fromName())).isEqualTo(name);
            assertThat(String.valueOf(mail.fromAddress())).isEqualTo(address);
        };
    }

    static Consumer<IncomingMail> sort(IncomingMail.Sort sort) {
        return mail -> assertThat(mail.sort()).isEqualTo(sort);
    }

    /** The names of the files, in their order. */
    static Consumer<IncomingMail> files(String... names) {
        return mail -> assertThat(mail.attachments())
                .extracting(IncomingMail.Attachment::name)
                .containsExactly(names);
    }

    static Consumer<IncomingMail> broken() {
        return mail -> assertThat(mail.unreadable()).isTrue();
    }

    @SafeVarargs
    static Consumer<IncomingMail> all(Consumer<IncomingMail>... expectations) {
        return mail -> List.of(expectations).forEach(one -> one.accept(mail));
    }
}
