package org.sucharit.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A finished paper. */
public final class Rendered {

    private final byte[] pdf;
    private final int pages;
    private final List<String> missing;

    Rendered(byte[] pdf, int pages, List<String> missing) {
        this.pdf = pdf;
        this.pages = pages;
        this.missing = List.copyOf(missing);
    }

    /** The PDF file; not to be changed by the caller. */
    public byte[] pdf() {
        return pdf;
    }

    public int pages() {
        return pages;
    }

    /**
     * The first page as a PNG, to be looked at on a screen.
     *
     * @param dotsPerInch 72 gives a picture of 595 by 842 dots of an A4 page
     */
    public byte[] picture(int dotsPerInch) {
        try (PDDocument file = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(file).renderImageWithDPI(0, dotsPerInch, ImageType.RGB);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(page, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Characters that the font lacks and marks without a consonant to stand on, each once: a box stands in their place,
     * yet they still extract from the file.
     */
    public List<String> missing() {
        return missing;
    }
}
