package org.sucharit.document.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.SequencedSet;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.jspecify.annotations.Nullable;

/** Rows of a paper made into a PDF file. The same rows, title and time give the same bytes. */
public final class PdfFile {

    /** What stands around the text: page numbers, catchwords, classification. */
    public interface Furniture {

        /** @param page from 1 */
        void draw(Canvas canvas, int page, int pages);

        /** Draws what leads over to the next page, whose first row opens as given; {@code y} is where text ended. */
        void drawCatchword(Canvas canvas, String opening, float y);

        /** How much room a page needs at its foot for a catchword, in points. */
        float catchwordHeight();
    }

    /** @param missing what had to be set as a box because the face lacks it */
    public record Result(byte[] bytes, int pages, SequencedSet<String> missing) {}

    private static final String IMAGE = "Emblem";

    private PdfFile() {}

    /**
     * @param title for the file's properties and the window's title
     * @param image what {@link #drawImage} draws, PNG or JPEG; null for a file without
     */
    public static Result write(
            Sheet sheet,
            List<Row> rows,
            Furniture furniture,
            String title,
            ZonedDateTime time,
            byte @Nullable [] image) {
        try (PDDocument document = new PDDocument()) {
            FontsInUse fonts = new FontsInUse();
            List<List<Row>> pages =
                    Pagination.pages(rows, sheet.firstRoom(), sheet.room(), furniture.catchwordHeight());
            List<byte[]> contents = new ArrayList<>();
            for (int i = 0; i < pages.size(); i++) {
                contents.add(draw(sheet, pages, i, furniture, fonts));
            }
            COSDictionary resources = new COSDictionary();
            resources.setItem(COSName.FONT, fonts.embed(document));
            if (image != null) {
                COSDictionary images = new COSDictionary();
                images.setItem(IMAGE, PDImageXObject.createFromByteArray(document, image, IMAGE));
                resources.setItem(COSName.XOBJECT, images);
            }
            for (byte[] content : contents) {
                PDPage page = new PDPage(new PDRectangle(sheet.width(), sheet.height()));
                page.setContents(PdfFonts.deflated(content, document));
                page.getCOSObject().setItem(COSName.RESOURCES, resources);
                document.addPage(page);
            }
            describe(document, ThaiText.clean(title), time);
            identify(document, contents);
            ByteArrayOutputStream out = new ByteArrayOutputStream(32_768);
            document.save(out);
            return new Result(out.toByteArray(), pages.size(), fonts.missing());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Draws the file's image into the given place. */
    public static void drawImage(Canvas canvas, float x, float y, float width, float height) {
        canvas.image(IMAGE, x, y, width, height);
    }

    private static byte[] draw(Sheet sheet, List<List<Row>> pages, int index, Furniture furniture, FontsInUse fonts) {
        Canvas canvas = new Canvas(sheet.height(), fonts);
        float y = index == 0 ? sheet.firstTop() : sheet.top();
        for (Row row : pages.get(index)) {
            for (Row.Drawing drawing : row.drawings()) {
                drawing.draw(canvas, y);
            }
            y += row.height();
        }
        if (index + 1 < pages.size()) {
            pages.get(index + 1).stream()
                    .map(Row::opening)
                    .filter(opening -> !opening.isEmpty())
                    .findFirst()
                    .ifPresent(opening -> furniture.drawCatchword(
                            canvas, opening, sheet.height() - sheet.bottom() - furniture.catchwordHeight()));
        }
        furniture.draw(canvas, index + 1, pages.size());
        return canvas.operators().getBytes(StandardCharsets.US_ASCII);
    }

    private static void describe(PDDocument document, String title, ZonedDateTime time) throws IOException {
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setProducer("Sucharit");
        information.setCreationDate(GregorianCalendar.from(time));
        information.setModificationDate(GregorianCalendar.from(time));
        document.getDocumentCatalog().setLanguage("th-TH");
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(preferences);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp(title, time).getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static String xmp(String title, ZonedDateTime time) {
        String when = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
        String escaped = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return """
                <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
                <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
                <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
                <dc:language><rdf:Bag><rdf:li>th-TH</rdf:li></rdf:Bag></dc:language>
                <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate>
                <pdf:Producer>Sucharit</pdf:Producer>
                </rdf:Description></rdf:RDF></x:xmpmeta>
                <?xpacket end="w"?>""".formatted(escaped, when, when);
    }

    /** The file's identifier comes from its pages, not from the clock, so that making it again gives the same file. */
    private static void identify(PDDocument document, List<byte[]> contents) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            contents.forEach(digest::update);
            digest.update(document.getDocumentInformation().getTitle().getBytes(StandardCharsets.UTF_8));
            COSString id = new COSString(Arrays.copyOf(digest.digest(), 16));
            COSArray ids = new COSArray();
            ids.add(id);
            ids.add(id);
            document.getDocument().setDocumentID(ids);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
