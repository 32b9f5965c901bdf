package org.sucharit.document;

import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.Map;
import org.sucharit.document.typesetting.Canvas;
import org.sucharit.document.typesetting.Canvas.Ink;
import org.sucharit.document.typesetting.Paragraphs;
import org.sucharit.document.typesetting.PdfFile;
import org.sucharit.document.typesetting.Sheet;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.TextLine;

/** Around the text of every paper: page number, classification with page and copy, catchword. */
final class Furniture implements PdfFile.Furniture {

    private static final int CATCHWORD_LETTERS = 8;
    private static final float CLASSIFICATION_BASELINE = cm(1.15f);

    private final Wording wording;
    private final Sheet sheet;
    private final Heading heading;

    Furniture(Wording wording, Sheet sheet, Heading heading) {
        this.wording = wording;
        this.sheet = sheet;
        this.heading = heading;
    }

    @Override
    public void draw(Canvas canvas, int page, int pages) {
        if (page > 1) {
            canvas.centred(line(wording.get("page", Map.of("page", "" + page)), Style.BODY), middle(), cm(1.95f));
        }
        Marking marking = heading.marking();
        if (!marking.isOpen()) {
            TextLine copy = line(
                    wording.get(
                            "pageAndCopy",
                            Map.of(
                                    "page", "" + page,
                                    "pages", "" + pages,
                                    "copy", "" + marking.copy(),
                                    "copies", "" + marking.copies())),
                    Style.SMALL);
            canvas.text(copy, sheet.rightEdge() - copy.width(), CLASSIFICATION_BASELINE);
            TextLine classification = line(marking.classification(), Style.CLASSIFICATION);
            canvas.ink(Ink.RED);
            canvas.centred(classification, middle(), CLASSIFICATION_BASELINE);
            canvas.centred(classification, middle(), sheet.height() - cm(0.9f));
            canvas.ink(Ink.BLACK);
        }
    }

    @Override
    public void drawCatchword(Canvas canvas, String opening, float y) {
        String words = Paragraphs.opening(heading.digits().write(opening), CATCHWORD_LETTERS);
        TextLine catchword = line(wording.get("catchword", Map.of("opening", words)), Style.BODY);
        canvas.text(catchword, sheet.rightEdge() - catchword.width(), y + catchwordHeight() - 5);
    }

    @Override
    public float catchwordHeight() {
        return Style.BODY.pitch() + 8;
    }

    /** The middle of the paper itself, where the classification stands. */
    private float middle() {
        return sheet.width() / 2;
    }

    private TextLine line(String text, Style style) {
        return TextLine.of(heading.digits().write(text), style);
    }
}
