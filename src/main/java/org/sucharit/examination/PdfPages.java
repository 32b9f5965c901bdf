package org.sucharit.examination;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * A PDF drawn page by page, and the drawings bound together anew. No script, link, form, hidden text, attached file or
 * note about its author can come along, whatever a PDF may hold, because nothing of it does but what one sees.
 */
final class PdfPages {

    /** So many pages are shown of a longer file. */
    static final int MOST = 60;

    private static final float DPI = 120;
    private static final float POINTS = 72;

    private PdfPages() {}

    /** @throws IOException where it cannot be drawn, as one that asks for a password */
    static Made of(byte[] pdf) throws IOException {
        try (PDDocument sent = Loader.loadPDF(pdf);
                PDDocument drawn = new PDDocument()) {
            PDFRenderer renderer = new PDFRenderer(sent);
            renderer.setSubsamplingAllowed(true);
            int pages = Math.min(MOST, sent.getNumberOfPages());
            if (pages == 0) {
                throw new IOException("No page");
            }
            byte[] thumbnail = {};
            for (int n = 0; n < pages; n++) {
                PDRectangle box = sent.getPage(n).getCropBox();
                float longest = Math.max(box.getWidth(), box.getHeight()) * DPI / POINTS;
                BufferedImage picture = renderer.renderImageWithDPI(
                        n, Math.min(DPI, DPI * Pictures.LARGEST / Math.max(1, longest)), ImageType.RGB);
                thumbnail = n == 0 ? Pictures.thumbnail(picture) : thumbnail;
                add(drawn, picture);
            }
            return made(drawn, thumbnail, sent.getNumberOfPages() > MOST);
        }
    }

    /** The pages of a scan. */
    static Made of(Pictures pictures, int pages) throws IOException {
        try (PDDocument drawn = new PDDocument()) {
            byte[] thumbnail = {};
            for (int n = 0; n < pages; n++) {
                BufferedImage picture = pictures.page(n);
                thumbnail = n == 0 ? Pictures.thumbnail(picture) : thumbnail;
                add(drawn, picture);
            }
            return made(drawn, thumbnail, false);
        }
    }

    private static void add(PDDocument drawn, BufferedImage picture) throws IOException {
        PDRectangle size = new PDRectangle(picture.getWidth() * POINTS / DPI, picture.getHeight() * POINTS / DPI);
        PDPage page = new PDPage(size);
        drawn.addPage(page);
        PDImageXObject image = JPEGFactory.createFromByteArray(drawn, Pictures.jpeg(picture));
        try (PDPageContentStream content = new PDPageContentStream(drawn, page)) {
            content.drawImage(image, 0, 0, size.getWidth(), size.getHeight());
        }
    }

    private static Made made(PDDocument drawn, byte[] thumbnail, boolean cut) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        drawn.save(out);
        return new Made("application/pdf", out.toByteArray(), thumbnail, cut);
    }
}
