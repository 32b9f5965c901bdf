package org.sucharit.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sucharit.examination.Copier.Copied;

/** A copy shows what one sees and holds nothing else; whatever a file does, it does to a process of its own. */
class CopierTests {

    private static final String WORD = "application/vnd.ms-word.document.macroenabled.12";
    private static final String TEXT = "application/vnd.oasis.opendocument.text";

    private final Copier copier = new Copier("256m", Duration.ofSeconds(60), 2);

    private Copied copied(String type, byte[] file) throws IOException {
        return copier.copy(type, () -> new ByteArrayInputStream(file));
    }

    private Copied.Copy copy(String type, byte[] file) throws IOException {
        assertThat(FileTypes.of("x", Arrays.copyOf(file, Math.min(file.length, FileTypes.HEAD))))
                .isNotEqualTo(FileTypes.UNKNOWN);
        return (Copied.Copy) copied(type, file);
    }

    private static BufferedImage image(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static void tellsNothing(byte[] copy) {
        assertThat(new String(copy, StandardCharsets.ISO_8859_1)).doesNotContain(Sent.SECRET, "Exif");
    }

    @ParameterizedTest
    @CsvSource({"1, 400, 50, 100", "3, 400, 350, 100", "6, 200, 100, 50", "8, 200, 100, 350", "5, 200, 100, 50"})
    void turnsAPhotographUprightAndDropsItsNotes(int orientation, int width, int redX, int redY) throws IOException {
        byte[] sent = Sent.photograph(orientation);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(Sent.SECRET, "Exif");
        Copied.Copy copy = copy("image/jpeg", sent);
        tellsNothing(copy.bytes());
        tellsNothing(copy.thumbnail());
        BufferedImage shown = image(copy.bytes());
        assertThat(shown.getWidth()).isEqualTo(width);
        assertThat(new Color(shown.getRGB(redX, redY)).getRed()).isGreaterThan(200);
        assertThat(image(copy.thumbnail()).getHeight()).isLessThanOrEqualTo(Pictures.THUMBNAIL);
    }

    @ParameterizedTest
    @CsvSource({"1, 400, 50, 100", "3, 400, 350, 100", "6, 200, 100, 50"})
    void drawsAWebpAnewToo(int orientation, int width, int redX, int redY) throws IOException {
        byte[] sent = Sent.webp(orientation);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(Sent.SECRET);
        Copied.Copy copy = copy("image/webp", sent);
        assertThat(copy.type()).isEqualTo("image/jpeg");
        tellsNothing(copy.bytes());
        BufferedImage shown = image(copy.bytes());
        assertThat(shown.getWidth()).isEqualTo(width);
        assertThat(new Color(shown.getRGB(redX, redY)).getRed()).isGreaterThan(200);
    }

    @Test
    void drawsAPdfAnew() throws IOException {
        Copied.Copy copy = copy("application/pdf", Sent.pdf(3));
        tellsNothing(copy.bytes());
        assertThat(copy.type()).isEqualTo("application/pdf");
        assertThat(copy.cut()).isFalse();
        try (PDDocument pdf = Loader.loadPDF(copy.bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(594f, 597f);
            assertThat(pdf.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(pdf.getDocumentCatalog().getNames()).isNull();
            assertThat(pdf.getDocumentInformation().getAuthor()).isNull();
        }
        BufferedImage first = image(copy.thumbnail());
        assertThat(new Color(first.getRGB(10, 100)).getGreen()).isLessThan(60);
        assertThat(new Color(first.getRGB(first.getWidth() - 10, 100)).getGreen())
                .isGreaterThan(200);
    }

    @Test
    void bindsTheFirstPagesOfALongPdfAndSaysSo() throws IOException {
        Copied.Copy copy = copy("application/pdf", Sent.pdf(PdfPages.MOST + 1));
        assertThat(copy.cut()).isTrue();
        try (PDDocument pdf = Loader.loadPDF(copy.bytes())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(PdfPages.MOST);
        }
    }

    @Test
    void rewritesOfficeFilesWithoutMacrosAuthorsAndWhatTheyFetch() throws IOException {
        Copied.Copy word = copy(WORD, Sent.word());
        assertThat(word.type()).isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        Map<String, String> parts = parts(word.bytes());
        assertThat(parts)
                .containsKeys("[Content_Types].xml", "word/document.xml", "word/media/image1.jpeg")
                .doesNotContainKeys("word/vbaProject.bin", "docProps/core.xml");
        assertThat(parts.get("word/document.xml")).contains("เห็นการทุจริต");
        assertThat(parts.get("word/_rels/document.xml.rels")).contains("media/image1.jpeg", "about:blank");
        assertThat(parts.get("[Content_Types].xml")).contains("wordprocessingml.document.main+xml\"");
        assertThat(String.join("", parts.values())).doesNotContain(Sent.SECRET, "Exif", "vbaProject.bin", "docProps");

        Map<String, String> writer = parts(copy(TEXT, Sent.writer()).bytes());
        assertThat(writer.keySet()).containsExactly("mimetype", "content.xml", "META-INF/manifest.xml");
        assertThat(writer.get("content.xml")).contains("เห็นการทุจริต", "about:blank");
        assertThat(String.join("", writer.values())).doesNotContain(Sent.SECRET, "meta.xml");
    }

    private static Map<String, String> parts(byte[] zip) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] part = in.readAllBytes();
                boolean text = entry.getName().matches(".*(xml|rels)|mimetype");
                parts.put(
                        entry.getName(), new String(part, text ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }

    /** The attacks: a picture of a billion pixels, a zip that unpacks without end, and files that are nothing. */
    @Test
    void survivesWhatIsMadeToBreakIt() throws IOException {
        byte[] zeros = new byte[300 * 1024 * 1024];
        assertThat(copied("image/png", hugePng())).isInstanceOf(Copied.Failed.class);
        assertThat(copied(WORD, Sent.zip(Map.of("[Content_Types].xml", zeros)))).isInstanceOf(Copied.Failed.class);
        assertThat(copied("application/pdf", "%PDF-1.7\nnothing".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(Copied.Failed.class);
        assertThat(copied("image/jpeg", new byte[0])).isInstanceOf(Copied.Failed.class);
        assertThat(copied("application/x-dosexec", new byte[10])).isInstanceOf(Copied.None.class);
    }

    private static byte[] hugePng() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(head);
        out.writeBytes("IHDR");
        out.writeInt(40_000);
        out.writeInt(40_000);
        out.write(new byte[] {8, 6, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(head.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream to = new DataOutputStream(file);
        to.writeLong(0x89504E470D0A1A0AL);
        to.writeInt(13);
        to.write(head.toByteArray());
        to.writeInt((int) crc.getValue());
        to.writeInt(0);
        to.writeBytes("IDAT");
        to.writeInt(0x35AF061E);
        return file.toByteArray();
    }

    @Test
    void endsAProcessThatTakesTooLong() throws IOException {
        Copier hasty = new Copier("256m", Duration.ofMillis(50), 1);
        assertThat(hasty.copy("image/jpeg", () -> new ByteArrayInputStream(Sent.photograph(1))))
                .isInstanceOf(Copied.Failed.class);
    }

    @Test
    void makesNoCopyOfHalfAFile() throws IOException {
        byte[] sent = Sent.photograph(1);
        InputStream half = new SequenceInputStream(new ByteArrayInputStream(sent), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The database is gone");
            }
        });
        assertThat(copier.copy("image/jpeg", () -> half)).isInstanceOf(Copied.Failed.class);
    }
}
