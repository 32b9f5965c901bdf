package org.sucharit.document.typesetting;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.SequencedSet;

/**
 * Rows of a paper made into a PDF file for the archive and for everybody: PDF/A-2a (ISO 19005-2) and PDF/UA-1
 * (ISO 14289-1). The same rows, title and time give the same bytes.
 */
public final class PdfFile {

    /** What stands around the text: page numbers, catchwords, classification. */
    public interface Furniture {

        /**
         * Draws what lies under the text.
         *
         * @param page from 1
         */
        void draw(Canvas canvas, int page, int pages);

        /** Draws what leads over to the next page, whose first row opens as given; {@code y} is where text ended. */
        void drawCatchword(Canvas canvas, String opening, float y);

        /** How much room a page needs at its foot for a catchword, in points. */
        float catchwordHeight();
    }

    /** @param missing what had to be set as a box because no face has it, each once */
    public record Result(byte[] bytes, int pages, SequencedSet<String> missing) {}

    private PdfFile() {}

    /**
     * @param document the root of the structure to which the rows' drawings add
     * @param title for the file's properties and the window's title
     */
    public static Result write(
            Sheet sheet, List<Row> rows, Furniture furniture, Tag document, String title, ZonedDateTime time) {
        Resources resources = new Resources();
        Structure structure = new Structure(document);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(32_768);
        PdfOutput out = new PdfOutput(bytes);
        List<List<Row>> pages = Pagination.pages(rows, sheet.firstRoom(), sheet.room(), furniture.catchwordHeight());
        int[] numbers = new int[pages.size()];
        int[] contents = new int[pages.size()];
        for (int i = 0; i < pages.size(); i++) {
            numbers[i] = out.next();
            contents[i] = out.deflate("", draw(sheet, pages, i, furniture, resources, structure));
        }
        int shared = out.put(resources.write(out));
        int parent = out.next();
        StringBuilder kids = new StringBuilder();
        for (int i = 0; i < numbers.length; i++) {
            StringBuilder page = new StringBuilder("<</Type/Page/Parent ").append(parent);
            page.append(" 0 R/MediaBox[0 0 ");
            PdfOutput.number(page, sheet.width());
            page.append(' ');
            PdfOutput.number(page, sheet.height());
            page.append("]/Resources ").append(shared).append(" 0 R/Contents ").append(contents[i]);
            page.append(" 0 R/StructParents ").append(i).append("/Tabs/S>>");
            out.put(numbers[i], page.toString());
            kids.append(numbers[i]).append(" 0 R ");
        }
        out.put(parent, "<</Type/Pages/Count " + numbers.length + "/Kids[" + kids + "]>>");
        Archival.finish(out, parent, structure.write(out, numbers), title, time);
        return new Result(bytes.toByteArray(), pages.size(), resources.missing());
    }

    private static byte[] draw(
            Sheet sheet,
            List<List<Row>> pages,
            int index,
            Furniture furniture,
            Resources resources,
            Structure structure) {
        Canvas canvas = new Canvas(sheet.height(), index, resources, structure);
        furniture.draw(canvas, index + 1, pages.size());
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
        return canvas.operators().getBytes(StandardCharsets.US_ASCII);
    }
}
