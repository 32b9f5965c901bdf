package org.sucharit.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads one message (RFC 5322, MIME: RFC 2045 to 2049) as far as it can be read. Nothing in a message makes it fail:
 * what cannot be read is left out and the message flagged as unreadable.
 */
final class MimeReader {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final List<String> REFERRING =
            List.of("To", "Cc", "Delivered-To", "X-Original-To", "Envelope-To", "In-Reply-To", "References", "Subject");
    /** Control characters but tabs and line ends, and the byte order mark. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\uFEFF&&[^\\t\\n\\r]]");

    /** Jakarta Mail takes time in proportion to the square of what it is given. */
    private static final int LONGEST_SENDER = 4_000;

    private static final int MAX_DEPTH = 20;
    private static final int MAX_PARTS = 1000;

    private final byte[] raw;
    private final boolean tooLarge;
    private boolean trouble;
    private int parts;

    MimeReader(byte[] raw, boolean tooLarge) {
        this.raw = raw;
        this.tooLarge = tooLarge;
    }

    private record InMemory(byte[] bytes) implements IncomingMail.Raw {

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }
    }

    /** What was found in a part and the parts within it. */
    private static final class Content {
        private final StringBuilder text = new StringBuilder();
        private final List<IncomingMail.Attachment> attachments = new ArrayList<>();
        private boolean fromHtml;

        void addText(String more) {
            String readable = UNPRINTABLE.matcher(more).replaceAll("").strip();
            if (!readable.isEmpty()) {
                text.append(text.isEmpty() ? "" : "\n\n").append(readable);
            }
        }
    }

    /** Of a message that is in memory whole. */
    IncomingMail read(Mailbox mailbox, long uidValidity, long uid, Instant receivedAt) {
        return read(mailbox, uidValidity, uid, receivedAt, new InMemory(raw));
    }

    /** @param whole the message of which this may read the first part only */
    IncomingMail read(Mailbox mailbox, long uidValidity, long uid, Instant receivedAt, IncomingMail.Raw whole) {
        MimeMessage message = parse();
        Content content = new Content();
        readPart(message, 0, content);
        InternetAddress from = from(message);
        IncomingMail.Sort sort = MailSort.of(name -> header(message, name), from);
        String messageId = header(message, "Message-ID");
        String subject = header(message, "Subject");
        String headers = headers();
        return new IncomingMail(
                mailbox.name(),
                mailbox.organisation(),
                uidValidity,
                uid,
                messageId == null || messageId.isBlank() ? null : messageId.strip(),
                from == null ? null : from.getAddress(),
                from == null || from.getPersonal() == null ? null : HeaderText.decode(from.getPersonal()),
                subject == null ? "" : HeaderText.decode(subject),
                sentAt(message),
                receivedAt,
                headers,
                content.text.toString(),
                // A file of which the end is missing is no evidence.
                tooLarge ? List.of() : List.copyOf(content.attachments),
                whole,
                bodyDigest(headers.length()), // one character for each byte
                sort,
                references(message, sort),
                trouble,
                tooLarge);
    }

    private MimeMessage parse() {
        try {
            return new MimeMessage(SESSION, new ByteArrayInputStream(raw));
        } catch (MessagingException | RuntimeException e) {
            // Jakarta Mail meets hostile headers with runtime exceptions too.
            trouble = true;
            return new MimeMessage(SESSION);
        }
    }

    private void readPart(Part part, int depth, Content content) {
        try {
            if (depth > MAX_DEPTH || ++parts > MAX_PARTS) {
                trouble = true;
                return;
            }
            String type = baseType(part);
            String name = part.getFileName();
            boolean attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition()) || name != null;
            if (type.startsWith("multipart/")) {
                readMultipart(new MimeMultipart(part.getDataHandler().getDataSource()), type, depth, content);
            } else if (attached || !(type.equals("text/plain") || type.equals("text/html"))) {
                content.attachments.addAll(files(name, type, bytes(part)));
            } else {
                String text = MailCharset.decode(bytes(part), charset(part));
                boolean html = type.equals("text/html");
                content.fromHtml |= html;
                content.addText(
                        html ? HtmlText.strip(text) : text.replace("\r\n", "\n").replace('\r', '\n'));
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            // Jakarta Mail meets hostile input with runtime exceptions too; the raw bytes hold what is lost here.
            trouble = true;
        }
    }

    private List<IncomingMail.Attachment> files(@Nullable String name, String type, byte[] bytes) {
        if (WinmailDat.is(type, name)) {
            Optional<List<IncomingMail.Attachment>> unpacked = WinmailDat.unpack(bytes);
            if (unpacked.isPresent()) {
                return unpacked.get();
            }
            trouble = true;
        }
        return List.of(new IncomingMail.Attachment(FileNames.of(name, type, parts), type, bytes));
    }

    private void readMultipart(Multipart multipart, String type, int depth, Content content)
            throws MessagingException, IOException {
        if (!type.equals("multipart/alternative")) {
            for (int i = 0; i < multipart.getCount(); i++) {
                readPart(multipart.getBodyPart(i), depth + 1, content);
            }
            return;
        }
        Content best = new Content();
        for (int i = 0; i < multipart.getCount(); i++) {
            BodyPart part = multipart.getBodyPart(i);
            Content choice = new Content();
            readPart(part, depth + 1, choice);
            content.attachments.addAll(choice.attachments);
            boolean better = best.text.isEmpty() || (best.fromHtml && !choice.fromHtml);
            if (better && !choice.text.isEmpty()) {
                best = choice;
            }
        }
        content.fromHtml |= best.fromHtml;
        content.addText(best.text.toString());
    }

    private byte[] bytes(Part part) throws MessagingException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = part.getInputStream()) {
            in.transferTo(bytes);
        } catch (IOException e) {
            trouble = true; // broken Base64 and the like: what came before it counts
            if (bytes.size() == 0) {
                try (InputStream in = rawStream(part)) {
                    in.transferTo(bytes); // an unknown transfer encoding: as it stands
                }
            }
        }
        return bytes.toByteArray();
    }

    private static InputStream rawStream(Part part) throws MessagingException {
        return switch (part) {
            case MimeMessage message -> message.getRawInputStream();
            case MimeBodyPart body -> body.getRawInputStream();
            default -> InputStream.nullInputStream();
        };
    }

    private static String baseType(Part part) throws MessagingException {
        String declared = part.getContentType();
        try {
            return new ContentType(declared).getBaseType().toLowerCase(Locale.ROOT);
        } catch (ParseException e) {
            String start = declared.split("[;\\s]", 2)[0].toLowerCase(Locale.ROOT);
            return start.matches("[a-z0-9.+-]+/[a-z0-9.+-]+") ? start : "text/plain"; // RFC 2045, 5.2
        }
    }

    private static @Nullable String charset(Part part) throws MessagingException {
        try {
            return new ContentType(part.getContentType()).getParameter("charset");
        } catch (ParseException e) {
            return null;
        }
    }

    private @Nullable String header(MimeMessage message, String name) {
        try {
            String[] values = message.getHeader(name);
            return values == null ? null : values[0];
        } catch (MessagingException e) {
            trouble = true;
            return null;
        }
    }

    private @Nullable InternetAddress from(MimeMessage message) {
        String header = header(message, "From");
        if (header == null) {
            return null;
        }
        if (header.length() > LONGEST_SENDER) {
            trouble = true;
            return null;
        }
        try {
            InternetAddress[] addresses = InternetAddress.parseHeader(header, false);
            return addresses.length == 0 || addresses[0].getAddress() == null ? null : addresses[0];
        } catch (AddressException e) {
            trouble = true;
            return null;
        }
    }

    /** A wrong date is the sender's to get wrong, and no trouble. */
    private @Nullable Instant sentAt(MimeMessage message) {
        String header = header(message, "Date");
        try {
            return header == null
                    ? null
                    : new MailDateFormat().parse(header.strip()).toInstant();
        } catch (java.text.ParseException e) {
            return null;
        }
    }

    /** What the headers of a message and, of a report, the message that it returns name as answered. */
    private List<MailReference> references(MimeMessage message, IncomingMail.Sort sort) {
        List<String> places = new ArrayList<>();
        for (String name : REFERRING) {
            try {
                String[] values = message.getHeader(name);
                places.addAll(values == null ? List.of() : List.of(values));
            } catch (MessagingException e) {
                trouble = true;
            }
        }
        places.replaceAll(HeaderText::decode);
        if (sort == IncomingMail.Sort.BOUNCE) {
            places.add(new String(raw, 0, Math.min(raw.length, 256 * 1024), StandardCharsets.ISO_8859_1));
        }
        return MailReference.in(places);
    }

    private String bodyDigest(int from) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(raw, from, raw.length - from);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Up to the first empty line. */
    private String headers() {
        int lineStart = 0;
        for (int i = 0; i < raw.length; i++) {
            if (raw[i] == '\n') {
                boolean empty = i == lineStart || (i == lineStart + 1 && raw[lineStart] == '\r');
                if (empty) {
                    return new String(raw, 0, lineStart, StandardCharsets.ISO_8859_1);
                }
                lineStart = i + 1;
            }
        }
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}
