package org.sucharit.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a copy, in order. Each is written part by part, once to be measured and once to be sent, so that however
 * large they are they are never in memory together; what is sent must be what was measured.
 */
final class Parcel {

    /** Writes one file. */
    @FunctionalInterface
    interface Part {
        void to(OutputStream out) throws IOException;
    }

    /** @param sha256 in hexadecimal */
    record Measured(String name, long size, String sha256) {}

    /** Of every file, so that the same content gives the same bytes; the earliest that a ZIP file can name. */
    private static final LocalDateTime WHENEVER = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9][A-Za-z0-9._-]*)*");
    private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9.-]+");
    private static final Pattern DOTS = Pattern.compile("\\.{2,}");
    private static final Pattern EDGES = Pattern.compile("^[._-]+|[._-]+$");
    private static final int LONGEST = 60;

    private final Map<String, Part> parts = new LinkedHashMap<>();

    /** @throws IllegalArgumentException where the name could lead out of the folder that it is unpacked in, or is there */
    void add(String name, Part part) {
        if (!SAFE.matcher(name).matches() || name.contains("..") || parts.putIfAbsent(name, part) != null) {
            throw new IllegalArgumentException("Not to be the name of a file in a copy: " + name);
        }
    }

    void add(String name, byte[] bytes) {
        add(name, out -> out.write(bytes));
    }

    void add(String name, String text) {
        add(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The end of a name that somebody chose, in letters that every system takes; never empty. */
    static String safe(String name) {
        String plain = EDGES.matcher(DOTS.matcher(UNSAFE.matcher(name).replaceAll("_")).replaceAll("."))
                .replaceAll("");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST));
        String safe = EDGES.matcher(end).replaceAll("");
        return safe.isEmpty() ? "file" : safe;
    }

    List<Measured> measure() throws IOException {
        List<Measured> all = new ArrayList<>();
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            all.add(measured(part.getKey(), part.getValue(), OutputStream.nullOutputStream()));
        }
        return all;
    }

    /**
     * @param measured what {@link #measure} said
     * @throws IOException where it cannot be written
     * @throws IllegalStateException where a file is not what was measured
     */
    void write(List<Measured> measured, OutputStream to) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(to, StandardCharsets.UTF_8);
        int n = 0;
        for (Map.Entry<String, Part> part : parts.entrySet()) {
            ZipEntry entry = new ZipEntry(part.getKey());
            entry.setTimeLocal(WHENEVER);
            zip.putNextEntry(entry);
            Measured sent = measured(part.getKey(), part.getValue(), new Unclosed(zip));
            if (n < measured.size() && !sent.equals(measured.get(n))) {
                throw new IllegalStateException("A file of a copy changed while it was sent: " + sent.name());
            }
            n++;
            zip.closeEntry();
        }
        zip.finish();
        zip.flush();
    }

    private static Measured measured(String name, Part part, OutputStream to) throws IOException {
        Counted counted = new Counted(new DigestOutputStream(to, sha256()));
        part.to(counted);
        return new Measured(name, counted.size, HexFormat.of().formatHex(counted.digest()));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Counted extends FilterOutputStream {

        private final DigestOutputStream to;
        private long size;

        Counted(DigestOutputStream to) {
            super(to);
            this.to = to;
        }

        @Override
        public void write(int b) throws IOException {
            to.write(b);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            to.write(bytes, offset, length);
            size += length;
        }

        byte[] digest() {
            return to.getMessageDigest().digest();
        }
    }

    /** A part that closes what it writes to must not close the whole. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream to) {
            super(to);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
