package org.sucharit.document.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** SampleFiles made of a few lines, and what stands in them. */
final class SampleFiles {

    static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 11, 0, 0, 0, 0, ZoneOffset.ofHours(7));

    private SampleFiles() {}

    /** Each line a paragraph of its own. */
    static PdfFile.Result write(List<TextLine> lines) {
        Tag document = Tag.document();
        return write(lines.stream().map(line -> row(line, document)).toList(), document);
    }

    static PdfFile.Result write(List<Row> rows, Tag document) {
        return PdfFile.write(Sheet.OFFICIAL, rows, new Nothing(), document, "ก & <ข>", TIME);
    }

    static Row row(TextLine line, Tag document) {
        Tag paragraph = document.child(Tag.Type.P);
        float baseline = line.style().baseline();
        return new Row(
                line.style().pitch(),
                List.of((canvas, top) -> canvas.tagged(paragraph, () -> canvas.text(line, 40, top + baseline))),
                true,
                line.text());
    }

    /** The lines that hold something. */
    static List<String> text(PdfFile.Result file) {
        return text(file.bytes());
    }

    static List<String> text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return Stream.of(new PDFTextStripper().getText(document).split("\\R"))
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static final class Nothing implements PdfFile.Furniture {

        @Override
        public void draw(Canvas canvas, int page, int pages) {}

        @Override
        public void drawCatchword(Canvas canvas, String opening, float y) {}

        @Override
        public float catchwordHeight() {
            return 0;
        }
    }
}
