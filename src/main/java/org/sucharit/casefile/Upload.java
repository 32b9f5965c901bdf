package org.sucharit.casefile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * A file in the clear, on its way into or out of a case. Its bytes are not here: they are read from where they lie, as
 * often as they are wanted, so that no file need ever be in memory whole.
 *
 * @param contentType what the sender said it is, which nobody believes
 * @param size in bytes; for a file on its way in, as far as is known beforehand: what is kept is the size that was read
 * @param tellsReporter whether it shows who reported, and so belongs into the envelope that holds that
 */
public record Upload(String name, String contentType, long size, Source source, boolean tellsReporter) {

    /** What one person may upload as one file, in bytes. */
    public static final int LARGEST = 25 * 1024 * 1024;

    /** Where the bytes of a file are read from. */
    @FunctionalInterface
    public interface Source {

        /** The same bytes from the first on, each time; whoever opens it closes it. */
        InputStream open() throws IOException;
    }

    /** One that does not tell who reported. */
    public static Upload of(String name, String contentType, long size, Source source) {
        return new Upload(name, contentType, size, source, false);
    }

    /** What is in memory already; does not tell who reported. */
    public static Upload of(String name, String contentType, byte[] bytes) {
        return of(name, contentType, bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    /** The same, and it shows who reported. */
    public Upload tellingReporter() {
        return new Upload(name, contentType, size, source, true);
    }

    public Upload named(String otherName) {
        return new Upload(otherName, contentType, size, source, tellsReporter);
    }

    /** Its bytes, from the first on; whoever opens it closes it. */
    public InputStream open() throws IOException {
        return source.open();
    }

    public void copyTo(OutputStream out) throws IOException {
        try (InputStream in = open()) {
            in.transferTo(out);
        }
    }

    /** All of it at once: for papers that the office made itself, and no other file. */
    public byte[] bytes() {
        try (InputStream in = open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
