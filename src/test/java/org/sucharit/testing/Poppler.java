package org.sucharit.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The text of PDF files as poppler reads it, which most desktops without Acrobat do. */
public final class Poppler {

    private Poppler() {}

    /**
     * The text, each page's in reading order.
     *
     * @throws IllegalStateException saying how to get {@code pdftotext}, where it is not found
     */
    public static String text(Path pdf) throws IOException {
        Path program = find().orElseThrow(() -> new IllegalStateException(
                "The extraction tests need pdftotext. Install it (Debian: apt-get install poppler-utils; macOS: brew"
                        + " install poppler), or name it in the environment variable PDFTOTEXT."));
        Path errors = Files.createTempFile("pdftotext", ".err");
        try {
            Process process = new ProcessBuilder(
                            program.toString(), "-q", "-enc", "UTF-8", "-nopgbrk", pdf.toString(), "-")
                    .redirectError(errors.toFile())
                    .start();
            try (InputStream out = process.getInputStream()) {
                String text = new String(out.readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException("pdftotext: " + Files.readString(errors));
                }
                return text;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        } finally {
            Files.delete(errors);
        }
    }

    private static Optional<Path> find() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("PDFTOTEXT")),
                        Stream.of("/usr/bin/pdftotext", "/usr/local/bin/pdftotext", "/opt/homebrew/bin/pdftotext"))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
