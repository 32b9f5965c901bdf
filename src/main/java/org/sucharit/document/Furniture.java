package org.sucharit.document;

import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.Map;
import org.sucharit.document.typesetting.Canvas;
import org.sucharit.document.typesetting.Canvas.Ink;
import org.sucharit.document.typesetting.PdfFile;
import org.sucharit.document.typesetting.Sheet;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.TextLine;

/** Around the text of every paper: page number, classification with page and copy, catchword. */
final class Furniture implements PdfFile.Furniture {

    private static final int CATCHWORD_LETTERS = 8;
    private static final float CLASSIFICATION_BASELINE = cm(1.15f);
    private static final float PAGE_NUMBER_BASELINE = cm(1.95f);

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
        Marking marking = heading.marking();
        if (!marking.isOpen()) {
            TextLine classification = line(marking.classification(), Style.CLASSIFICATION);
            canvas.ink(Ink.RED);
            canvas.centred(classification, sheet.centre(), sheet.height() - cm(0.9f));
            canvas.centred(classification, sheet.centre(), CLASSIFICATION_BASELINE);
            canvas.ink(Ink.BLACK);
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
        }
        if (page > 1) {
            TextLine number = line(wording.get("page", Map.of("page", "" + page)), Style.BODY);
            canvas.centred(number, sheet.centre(), PAGE_NUMBER_BASELINE);
        }
    }

    @Override
    public void drawCatchword(Canvas canvas, String opening, float y) {
        String words = Composition.TYPESETTER.opening(heading.digits().write(opening), CATCHWORD_LETTERS);
        TextLine catchword = line(wording.get("catchword", Map.of("opening", words)), Style.BODY);
        canvas.text(catchword, sheet.rightEdge() - catchword.width(), y + catchwordHeight() - 5);
    }

    @Override
    public float catchwordHeight() {
        return Style.BODY.pitch() + 8;
    }

    private TextLine line(String text, Style style) {
        return Composition.TYPESETTER.line(heading.digits().write(text), style);
    }
}
