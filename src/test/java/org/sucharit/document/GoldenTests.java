package org.sucharit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The papers look as they did when somebody last looked at them. Pictures are kept with 16 greys at 72 dots an inch, and
 * compared after each dot is averaged with its neighbours, so that what another JDK does at the edges of letters does
 * not count: {@value #MOST_DOTS} dots of a page may be off by more than {@value #MOST_OFF} of 255. A word or a line that
 * moves is hundreds of dots. {@code -Dgolden.write} stores the pictures anew; look at each of them then.
 */
class GoldenTests {

    private static final Path GOLDEN = Path.of("src/test/resources/org/sucharit/document/golden");
    private static final Path FAILED = Path.of("target/golden");
    private static final float DPI = 72;
    private static final int GREYS = 16;
    private static final int MOST_OFF = 56;
    private static final int MOST_DOTS = 30;

    private final Documents documents = new Documents();

    @ParameterizedTest
    @MethodSource("names")
    void looksAsItDid(String name) throws IOException {
        Paper paper = Objects.requireNonNull(papers().get(name));
        List<BufferedImage> pages = pages(documents.render(paper, Template.standard(paper.kind())));
        if (System.getProperty("golden.write") != null) {
            write(name, pages);
        }
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < pages.size(); i++) {
            compare(name + "-" + (i + 1) + ".png", pages.get(i), faults);
        }
        assertThat(faults)
                .as("Look at %s; where the new look is right, store it with -Dgolden.write", FAILED.toAbsolutePath())
                .isEmpty();
        assertThat(GOLDEN.resolve(name + "-" + (pages.size() + 1) + ".png")).doesNotExist();
    }

    static Stream<String> names() throws IOException {
        return papers().keySet().stream();
    }

    private static Map<String, Paper> papers() throws IOException {
        Map<String, Paper> papers = new LinkedHashMap<>();
        for (DocumentKind kind : DocumentKind.values()) {
            papers.put(kind.slug(), Papers.sample(kind));
        }
        papers.put("findings-memo-long", Papers.findings(6));
        papers.put("appointment-order-officer", withEmblem(Papers.order(1)));
        papers.put(
                "forwarding-memo-draft",
                Papers.forwarding(
                        Papers.heading(Marking.confidential(1, 2)).asDraft(), List.of("อารมณ์ 😀 ชื่อ احمد")));
        return papers;
    }

    private static Paper withEmblem(Paper paper) throws IOException {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.DARK_GRAY);
        graphics.fillOval(10, 10, 280, 280);
        graphics.setColor(Color.WHITE);
        graphics.fillOval(60, 60, 180, 180);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        Heading heading = Papers.heading(
                Papers.stationery(Digits.THAI, Emblem.of(png.toByteArray())),
                paper.heading().marking());
        return new Paper(paper.kind(), heading, paper.fields(), paper.signer(), paper.opinions());
    }

    private static List<BufferedImage> pages(Rendered rendered) throws IOException {
        try (PDDocument document = Loader.loadPDF(rendered.pdf())) {
            List<BufferedImage> pages = new ArrayList<>();
            for (int page = 0; page < document.getNumberOfPages(); page++) {
                pages.add(new PDFRenderer(document).renderImageWithDPI(page, DPI, ImageType.GRAY));
            }
            return pages;
        }
    }

    private static void write(String name, List<BufferedImage> pages) throws IOException {
        Files.createDirectories(GOLDEN);
        for (int i = 0; i < pages.size(); i++) {
            BufferedImage page = pages.get(i);
            BufferedImage few =
                    new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY, greys());
            for (int y = 0; y < page.getHeight(); y++) {
                for (int x = 0; x < page.getWidth(); x++) {
                    int grey = page.getRaster().getSample(x, y, 0);
                    few.getRaster().setSample(x, y, 0, Math.round(grey * (GREYS - 1) / 255f));
                }
            }
            ImageIO.write(
                    few, "png", GOLDEN.resolve(name + "-" + (i + 1) + ".png").toFile());
        }
    }

    private static IndexColorModel greys() {
        byte[] levels = new byte[GREYS];
        for (int i = 0; i < GREYS; i++) {
            levels[i] = (byte) (i * 255 / (GREYS - 1));
        }
        return new IndexColorModel(4, GREYS, levels, levels, levels);
    }

    private static void compare(String file, BufferedImage actual, List<String> faults) throws IOException {
        Path golden = GOLDEN.resolve(file);
        if (!Files.exists(golden)) {
            faults.add(file + " is not stored");
            keep(file, actual);
            return;
        }
        BufferedImage expected = ImageIO.read(golden.toFile());
        if (expected.getWidth() != actual.getWidth() || expected.getHeight() != actual.getHeight()) {
            faults.add(file + " is of another size");
            keep(file, actual);
            return;
        }
        int width = actual.getWidth();
        int height = actual.getHeight();
        int[] was = averaged(expected);
        int[] is = averaged(actual);
        BufferedImage difference = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        int off = 0;
        for (int i = 0; i < was.length; i++) {
            boolean differs = Math.abs(was[i] - is[i]) > MOST_OFF;
            off += differs ? 1 : 0;
            int pale = 128 + is[i] / 2;
            difference.setRGB(i % width, i / width, differs ? 0xC00000 : pale << 16 | pale << 8 | pale);
        }
        if (off > MOST_DOTS) {
            faults.add(file + " differs in " + off + " dots");
            keep(file, actual);
            keep(file.replace(".png", ".difference.png"), difference);
        }
    }

    /** The greys, from 0 to 255, each the mean of nine. */
    private static int[] averaged(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] greys = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                greys[y * width + x] = grey(image, x, y);
            }
        }
        int[] means = new int[greys.length];
        Arrays.fill(means, 255);
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int sum = 0;
                for (int dy = -1; dy <= 1; dy++) {
                    for (int dx = -1; dx <= 1; dx++) {
                        sum += greys[(y + dy) * width + x + dx];
                    }
                }
                means[y * width + x] = sum / 9;
            }
        }
        return means;
    }

    private static int grey(BufferedImage image, int x, int y) {
        int sample = image.getRaster().getSample(x, y, 0);
        return image.getColorModel().getPixelSize() == 4 ? sample * 255 / (GREYS - 1) : sample;
    }

    private static void keep(String file, BufferedImage image) throws IOException {
        Files.createDirectories(FAILED);
        ImageIO.write(image, "png", FAILED.resolve(file).toFile());
    }
}
