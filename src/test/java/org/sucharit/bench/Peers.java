package org.sucharit.bench;

import com.microsoft.playwright.Page;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.sucharit.testing.Chromium;

/** The same memo made into tagged PDF by other programs, each as quickly as it can. Milliseconds for one memo, on one thread. */
final class Peers {

    private static final int OFFICE_BATCH = 40;
    private static final int PAGES = 20;

    private final Path folder;
    private final byte[] profile;

    /** @param folder empty, to be written to */
    Peers(Path folder) throws IOException {
        this.folder = folder;
        XRLog.setLoggingEnabled(false);
        Files.writeString(folder.resolve("memo.html"), Memo.html());
        copy("Sarabun-Regular.ttf", "regular.ttf");
        copy("Sarabun-Bold.ttf", "bold.ttf");
        copy("sRGB.icc", "sRGB.icc");
        profile = Files.readAllBytes(folder.resolve("sRGB.icc"));
    }

    /** LibreOffice without a screen, one process for a batch, after one that readies its profile; nothing where not installed. */
    OptionalDouble libreOffice() throws IOException, InterruptedException {
        Path office = Stream.of("/usr/bin/soffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        if (office == null) {
            return OptionalDouble.empty();
        }
        List<String> command = new ArrayList<>(List.of(
                office.toString(),
                "--headless",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--convert-to",
                "pdf:writer_pdf_Export:{\"SelectPdfVersion\":{\"type\":\"long\",\"value\":\"2\"},"
                        + "\"PDFUACompliance\":{\"type\":\"boolean\",\"value\":\"true\"}}",
                "--outdir",
                folder.resolve("office").toString()));
        Path memo = Files.writeString(folder.resolve("memo0.fodt"), Memo.fodt());
        List<String> one = new ArrayList<>(command);
        one.add(memo.toString());
        run(one);
        for (int i = 1; i <= OFFICE_BATCH; i++) {
            command.add(Files.writeString(folder.resolve("memo" + i + ".fodt"), Memo.fodt())
                    .toString());
        }
        long start = System.nanoTime();
        run(command);
        double millis = (System.nanoTime() - start) / 1e6 / OFFICE_BATCH;
        try (Stream<Path> made = Files.list(folder.resolve("office"))) {
            if (made.count() != OFFICE_BATCH + 1) {
                throw new IOException("LibreOffice made fewer files than it was given");
            }
        }
        return OptionalDouble.of(millis);
    }

    /** Chromium's print-to-PDF in a browser that runs already; nothing where not installed. */
    OptionalDouble chromium() {
        if (!Chromium.isInstalled()) {
            return OptionalDouble.empty();
        }
        try (Chromium chromium = Chromium.launch()) {
            Page page = chromium.browser().newPage();
            long start = 0;
            for (int i = -PAGES / 2; i < PAGES; i++) {
                start = i == 0 ? System.nanoTime() : start;
                page.navigate(folder.resolve("memo.html").toUri().toString());
                page.pdf(new Page.PdfOptions().setTagged(true).setPreferCSSPageSize(true));
            }
            return OptionalDouble.of((System.nanoTime() - start) / 1e6 / PAGES);
        }
    }

    /** openhtmltopdf in this process, tagged and archival too. */
    byte[] openHtmlToPdf() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(65_536);
        new PdfRendererBuilder()
                .useFastMode()
                .usePdfUaAccessibility(true)
                .usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A)
                .useColorProfile(profile)
                .withHtmlContent(
                        Files.readString(folder.resolve("memo.html")),
                        folder.toUri().toString())
                .toStream(out)
                .run();
        return out.toByteArray();
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("office.log").toFile())
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroy();
            throw new IOException(Files.readString(folder.resolve("office.log")));
        }
    }

    private void copy(String resource, String file) throws IOException {
        try (InputStream in = Peers.class.getResourceAsStream("/fonts/" + resource)) {
            if (in == null) {
                throw new IOException("No resource fonts/" + resource);
            }
            Files.copy(in, folder.resolve(file));
        }
    }
}
