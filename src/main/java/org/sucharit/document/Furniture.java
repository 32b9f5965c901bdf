package org.sucharit.document;

import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.sucharit.document.typesetting.Canvas;
import org.sucharit.document.typesetting.Canvas.Ink;
import org.sucharit.document.typesetting.PdfFile;
import org.sucharit.document.typesetting.Sheet;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.TextLine;
import org.sucharit.document.typesetting.Typesetter;

/** Around the text of every paper: page number, classification with page and copy, catchword; "ร่าง" on a draft. */
final class Furniture implements PdfFile.Furniture {

    private static final int CATCHWORD_LETTERS = 8;
    private static final int MOST_MISSING = 40;
    private static final float CLASSIFICATION_BASELINE = cm(1.15f);
    private static final float PAGE_NUMBER_BASELINE = cm(1.95f);

    private final Wording wording;
    private final Sheet sheet;
    private final Heading heading;
    private final Typesetter typesetter;
    private final SequencedSet<String> missing;

    /** @param missing what stands as a box somewhere in the paper */
    Furniture(Wording wording, Sheet sheet, Heading heading, Typesetter typesetter, SequencedSet<String> missing) {
        this.wording = wording;
        this.sheet = sheet;
        this.heading = heading;
        this.typesetter = typesetter;
        this.missing = missing;
    }

    @Override
    public void draw(Canvas canvas, int page, int pages) {
        if (heading.draft()) {
            draft(canvas, page);
        }
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

    /** Under the text, so that it can be read; with what could not be printed, so that it is seen before it is issued. */
    private void draft(Canvas canvas, int page) {
        canvas.ink(Ink.LIGHT);
        canvas.centred(line(wording.get("draft"), Style.DRAFT), sheet.centre(), sheet.height() / 2);
        canvas.ink(Ink.BLACK);
        if (page == 1 && !missing.isEmpty()) {
            String characters =
                    String.join(" ", missing.stream().limit(MOST_MISSING).toList());
            List<TextLine> lines = typesetter.ragged(
                    wording.get("draft.missing", Map.of("characters", characters)), Style.SMALL, sheet.textWidth());
            canvas.ink(Ink.RED);
            float baseline = sheet.height() - sheet.bottom() + 4 - (lines.size() - 1) * Style.SMALL.pitch();
            for (TextLine line : lines) {
                canvas.text(line, sheet.left(), baseline);
                baseline += Style.SMALL.pitch();
            }
            canvas.ink(Ink.BLACK);
        }
    }

    @Override
    public void drawCatchword(Canvas canvas, String opening, float y) {
        String words = typesetter.opening(heading.digits().write(opening), CATCHWORD_LETTERS);
        TextLine catchword = line(wording.get("catchword", Map.of("opening", words)), Style.BODY);
        canvas.text(catchword, sheet.rightEdge() - catchword.width(), y + catchwordHeight() - 5);
    }

    @Override
    public float catchwordHeight() {
        return Style.BODY.pitch() + 8;
    }

    private TextLine line(String text, Style style) {
        return typesetter.line(heading.digits().write(text), style);
    }
}
