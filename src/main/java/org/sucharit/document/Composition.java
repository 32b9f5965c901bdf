package org.sucharit.document;

import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import org.sucharit.document.typesetting.Canvas;
import org.sucharit.document.typesetting.Canvas.Ink;
import org.sucharit.document.typesetting.PdfFile;
import org.sucharit.document.typesetting.Row;
import org.sucharit.document.typesetting.Row.Drawing;
import org.sucharit.document.typesetting.Sheet;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.Tag;
import org.sucharit.document.typesetting.TextLine;
import org.sucharit.document.typesetting.Typesetter;
import org.sucharit.kernel.Time;

/** The rows of one paper as they are put together from top to bottom: the pieces that official papers share. */
final class Composition {

    static final Sheet SHEET = Sheet.OFFICIAL;
    static final float INDENT = cm(2.5f);

    private static final float DOTS_BELOW = 2.6f;

    private final Wording wording;
    private final Heading heading;
    private final Typesetter typesetter;
    private final Tag document = Tag.document();
    private final List<Row> rows = new ArrayList<>();
    private final SequencedSet<String> missing = new LinkedHashSet<>();
    private boolean titled;

    Composition(Wording wording, Heading heading) {
        this.wording = wording;
        this.heading = heading;
        this.typesetter = new Typesetter(heading.stationery().typeface());
    }

    Rendered render(String title) {
        PdfFile.Result result = PdfFile.write(
                SHEET,
                rows,
                new Furniture(wording, SHEET, heading, typesetter, missing),
                document,
                digits(title),
                heading.date().atStartOfDay(Time.BANGKOK));
        return new Rendered(result.bytes(), result.pages(), List.copyOf(result.missing()));
    }

    Wording wording() {
        return wording;
    }

    Heading heading() {
        return heading;
    }

    String digits(String text) {
        return heading.digits().write(text);
    }

    TextLine line(String text, Style style) {
        return seen(List.of(typesetter.line(digits(text), style))).getFirst();
    }

    List<TextLine> ragged(String text, Style style, float width) {
        return seen(typesetter.ragged(digits(text), style, width));
    }

    /** A new part of the paper's structure, read after those before it. */
    Tag part(Tag.Type type) {
        return document.child(type);
    }

    Tag figure(String alternative) {
        return document.figure(alternative);
    }

    void add(Row row) {
        rows.add(row);
    }

    /** A strip that never begins a page and is quoted by no catchword. */
    void add(float height, Drawing... drawings) {
        rows.add(new Row(height, List.of(drawings), false, ""));
    }

    /** The first strip of a paper's head. */
    void top(float height, Drawing... drawings) {
        rows.add(new Row(height, List.of(drawings), true, ""));
    }

    void space(float height) {
        rows.add(Row.space(height));
    }

    /** One line of text or more in the middle, as the name of an order. */
    void centred(String text, Style style, Tag tag) {
        for (TextLine line : ragged(text, style, SHEET.textWidth())) {
            add(row(
                    line,
                    false,
                    (canvas, top) ->
                            canvas.tagged(tag, () -> canvas.centred(line, SHEET.centre(), top + style.baseline()))));
        }
    }

    /** The name of the whole paper. Headings within it are a level lower. */
    Tag paperTitle() {
        titled = true;
        return part(Tag.Type.H1);
    }

    /** A heading within the text; what follows stays with it. */
    void title(int level, String text) {
        int depth = titled ? level + 1 : level;
        Tag tag = part(depth == 1 ? Tag.Type.H1 : depth == 2 ? Tag.Type.H2 : Tag.Type.H3);
        float indent = level == 1 ? 0 : cm(1.25f);
        List<TextLine> lines = ragged(text, Style.STRONG, SHEET.textWidth() - indent);
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            add(row(
                    line,
                    i == 0,
                    (canvas, top) -> canvas.tagged(
                            tag, () -> canvas.text(line, SHEET.left() + indent, top + Style.STRONG.baseline()))));
        }
    }

    /** @param mayBegin whether a page may begin with it, as it may not right under a heading */
    void paragraph(String text, boolean mayBegin) {
        Tag tag = part(Tag.Type.P);
        List<TextLine> lines = seen(typesetter.justified(digits(text), Style.BODY, SHEET.textWidth(), INDENT));
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            float x = SHEET.left() + (i == 0 ? INDENT : 0);
            // Neither the first line of a paragraph nor its last stands alone on a page.
            boolean breakable = i == 0 ? mayBegin : i > 1 && i < lines.size() - 1;
            add(row(
                    line,
                    breakable,
                    (canvas, top) -> canvas.tagged(tag, () -> canvas.text(line, x, top + Style.BODY.baseline()))));
        }
    }

    /** Label and value; further lines of the value stand below its first. */
    void labelled(String label, String value, float valueOffset) {
        Tag tag = part(Tag.Type.P);
        TextLine labelLine = line(label, Style.BODY);
        float x = SHEET.left() + valueOffset;
        List<TextLine> lines = ragged(value, Style.BODY, SHEET.rightEdge() - x);
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean first = i == 0;
            add(row(
                    first ? null : line,
                    false,
                    (canvas, top) -> canvas.tagged(tag, () -> {
                        if (first) {
                            canvas.text(labelLine, SHEET.left(), top + Style.BODY.baseline());
                        }
                        canvas.text(line, x, top + Style.BODY.baseline());
                    })));
        }
    }

    /** As {@link #labelled}, the value over dots to the right edge; under a label that takes most of a line. */
    void dotted(String label, String value, Style style, boolean mayBegin) {
        TextLine labelLine = line(label, style);
        if (labelLine.width() > SHEET.textWidth() * 0.6f) {
            paragraph(label, mayBegin);
            dotted("", value, style, false);
            return;
        }
        Tag tag = part(Tag.Type.P);
        float x = SHEET.left() + labelLine.width() + 8;
        List<TextLine> lines = ragged(value, Style.BODY, SHEET.rightEdge() - x - 4);
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean first = i == 0;
            add(new Row(
                    style.pitch(),
                    List.of((canvas, top) -> {
                        float baseline = top + style.baseline();
                        if (first) {
                            canvas.tagged(tag, () -> canvas.text(labelLine, SHEET.left(), baseline));
                        }
                        overDots(canvas, tag, line, x, SHEET.rightEdge(), baseline);
                    }),
                    first && mayBegin,
                    ""));
        }
    }

    /** A line of text with dots under it from just before {@code x} to {@code end}. */
    static void overDots(Canvas canvas, Tag tag, TextLine line, float x, float end, float baseline) {
        canvas.tagged(tag, () -> canvas.text(line, x + 4, baseline));
        dots(canvas, x, end, baseline);
    }

    static void dots(Canvas canvas, float from, float to, float baseline) {
        canvas.dots(from, to, baseline + DOTS_BELOW);
    }

    /** A place for the emblem, empty but marked until there is one. */
    void emblem(Canvas canvas, Tag tag, float centre, float top, float height) {
        Emblem emblem = heading.stationery().emblem();
        if (emblem != null) {
            float width = height * emblem.widthToHeight();
            canvas.tagged(tag, () -> canvas.image(emblem.picture(), centre - width / 2, top, width, height));
            return;
        }
        TextLine mark = line(wording.get("emblem"), Style.SMALL);
        canvas.tagged(tag, () -> {
            canvas.ink(Ink.GREY);
            canvas.box(centre - height / 2, top, height, height);
            canvas.centred(mark, centre, top + height / 2 + 3);
            canvas.ink(Ink.BLACK);
        });
    }

    private List<TextLine> seen(List<TextLine> lines) {
        lines.forEach(line -> missing.addAll(line.missing()));
        return lines;
    }

    Tag emblemTag() {
        return figure(wording.get(
                "emblem.alt", Map.of("organisation", heading.stationery().organisation())));
    }

    static Row row(@Nullable TextLine line, boolean mayBegin, Drawing drawing) {
        return new Row(
                line == null ? Style.BODY.pitch() : line.style().pitch(),
                List.of(drawing),
                mayBegin,
                line == null ? "" : line.text());
    }
}
