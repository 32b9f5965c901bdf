package org.sucharit.document;

import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.sucharit.document.typesetting.Typeface;
import org.sucharit.document.typesetting.Typesetter;
import org.sucharit.kernel.Time;

/** The rows of one paper as they are put together from top to bottom: the pieces that official papers share. */
final class Composition {

    static final Sheet SHEET = Sheet.OFFICIAL;
    static final float INDENT = cm(2.5f);
    static final Typesetter TYPESETTER = new Typesetter(Typeface.SARABUN);

    private static final float DOTS_BELOW = 2.6f;
    private static final float SIGNATURE_CENTRE = SHEET.left() + SHEET.textWidth() * 0.62f;
    private static final float SIGNATURE_HALF = 78;
    private static final int LINES_KEPT_WHOLE = 8;
    private static final int OPINION_LINES = 2;

    private final Wording wording;
    private final Heading heading;
    private final List<Row> rows = new ArrayList<>();

    Composition(Wording wording, Heading heading) {
        this.wording = wording;
        this.heading = heading;
    }

    Rendered render(String title) {
        PdfFile.Result result = PdfFile.write(
                SHEET,
                rows,
                new Furniture(wording, SHEET, heading),
                Tag.document(),
                digits(title),
                heading.date().atStartOfDay(Time.BANGKOK));
        return new Rendered(result.bytes(), result.pages(), List.copyOf(result.missing()));
    }

    String digits(String text) {
        return heading.digits().write(text);
    }

    TextLine line(String text, Style style) {
        return TYPESETTER.line(digits(text), style);
    }

    void add(float height, Drawing... drawings) {
        rows.add(new Row(height, List.of(drawings), true, ""));
    }

    void space(float height) {
        rows.add(Row.space(height));
    }

    /** One line by itself in the middle of the text. */
    void centred(String text, Style style) {
        for (TextLine line : TYPESETTER.ragged(digits(text), style, SHEET.textWidth())) {
            rows.add(row(line, false, (canvas, top) -> canvas.centred(line, SHEET.centre(), top + style.baseline())));
        }
    }

    /** A heading within the text; what follows stays with it. */
    void title(String text) {
        TextLine line = line(text, Style.STRONG);
        rows.add(row(line, true, (canvas, top) -> canvas.text(line, SHEET.left(), top + Style.STRONG.baseline())));
    }

    void paragraph(String text, boolean mayBegin) {
        List<TextLine> lines = TYPESETTER.justified(digits(text), Style.BODY, SHEET.textWidth(), INDENT);
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            float x = SHEET.left() + (i == 0 ? INDENT : 0);
            boolean breakable = i == 0 ? mayBegin : i > 1 && i < lines.size() - 1;
            rows.add(row(line, breakable, (canvas, top) -> canvas.text(line, x, top + Style.BODY.baseline())));
        }
    }

    /** Label and value; further lines of the value stand below its first. */
    void labelled(String label, String value, float valueOffset) {
        TextLine labelLine = line(label, Style.BODY);
        float x = SHEET.left() + valueOffset;
        List<TextLine> lines = TYPESETTER.ragged(digits(value), Style.BODY, SHEET.rightEdge() - x);
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            Drawing text = (canvas, top) -> canvas.text(line, x, top + Style.BODY.baseline());
            rows.add(
                    i > 0
                            ? row(line, false, text)
                            : new Row(
                                    Style.BODY.pitch(),
                                    List.of(
                                            (canvas, top) ->
                                                    canvas.text(labelLine, SHEET.left(), top + Style.BODY.baseline()),
                                            text),
                                    false,
                                    ""));
        }
    }

    /** One person of a list: name, post, and what they are in it at the right edge. */
    void entry(String name, String post, String role, float indent) {
        TextLine nameLine = line(name, Style.BODY);
        TextLine roleLine = line(role, Style.BODY);
        float postAt = SHEET.left() + Math.max(indent + nameLine.width() + 12, SHEET.textWidth() * 0.45f);
        float room = SHEET.rightEdge() - postAt - (role.isEmpty() ? 0 : roleLine.width() + 12);
        List<TextLine> postLines = TYPESETTER.ragged(digits(post), Style.BODY, room);
        for (int i = 0; i < postLines.size(); i++) {
            TextLine postLine = postLines.get(i);
            Drawing drawing = (canvas, top) -> canvas.text(postLine, postAt, top + Style.BODY.baseline());
            if (i > 0) {
                rows.add(row(postLine, false, drawing));
                continue;
            }
            rows.add(row(nameLine, true, (canvas, top) -> {
                canvas.text(nameLine, SHEET.left() + indent, top + Style.BODY.baseline());
                drawing.draw(canvas, top);
                canvas.text(roleLine, SHEET.rightEdge() - roleLine.width(), top + Style.BODY.baseline());
            }));
        }
    }

    /** As {@link #labelled}, the label large and the value over dots to the right edge. */
    void dotted(String label, String value) {
        TextLine labelLine = line(label, Style.LABEL);
        float x = SHEET.left() + labelLine.width() + 8;
        List<TextLine> lines = TYPESETTER.ragged(digits(value), Style.BODY, SHEET.rightEdge() - x - 4);
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean first = i == 0;
            add(Style.LABEL.pitch(), (canvas, top) -> {
                float baseline = top + Style.LABEL.baseline();
                if (first) {
                    canvas.text(labelLine, SHEET.left(), baseline);
                }
                overDots(canvas, line, x, SHEET.rightEdge(), baseline);
            });
        }
    }

    /** A line of text with dots under it from just before {@code x} to {@code end}. */
    static void overDots(Canvas canvas, TextLine line, float x, float end, float baseline) {
        canvas.text(line, x + 4, baseline);
        canvas.dots(x, end, baseline + DOTS_BELOW);
    }

    /** Who signs, never parted from what stands above; with a dotted line to sign on where asked. */
    void signature(Signer signer, boolean dottedLine, List<String> below) {
        if (dottedLine) {
            space(12);
            signatureLine();
        } else {
            space(cm(1.6f));
        }
        signatureText(wording.get("signature.name", Map.of("name", signer.name())));
        Signer.Acting acting = signer.acting();
        if (acting == null) {
            signatureText(signer.post());
        } else {
            signatureText(wording.get("signature.acting", Map.of("post", signer.post())));
            signatureText(acting.post());
            if (!acting.order().isBlank()) {
                signatureText(wording.get("signature.order", Map.of("order", acting.order())));
            }
        }
        below.forEach(this::signatureText);
    }

    void opinion(Opinion opinion) {
        space(9);
        title(wording.get("opinion." + opinion.kind(), Map.of("post", opinion.post())));
        Opinion.Given given = opinion.given();
        writtenOnDots(given == null ? "" : (given.verdict() + " " + given.text()).strip());
        if (given == null) {
            awaitedSignature(opinion.post());
        } else {
            String date = ThaiDates.full(given.date(), heading.digits());
            signature(given.signer(), true, List.of(wording.get("opinion.date", Map.of("date", date))));
        }
    }

    /** A place for the emblem, empty but marked until there is one. */
    void emblem(Canvas canvas, float centre, float top, float height) {
        Emblem emblem = heading.issuer().emblem();
        if (emblem != null) {
            float width = height * emblem.picture().widthToHeight();
            canvas.image(emblem.picture(), centre - width / 2, top, width, height);
            return;
        }
        TextLine mark = line(wording.get("emblem"), Style.SMALL);
        canvas.ink(Ink.GREY);
        canvas.box(centre - height / 2, top, height, height);
        canvas.centred(mark, centre, top + height / 2 + 3);
        canvas.ink(Ink.BLACK);
    }

    private void writtenOnDots(String text) {
        List<TextLine> lines = new ArrayList<>();
        for (String paragraph : Section.paragraphs(List.of(text))) {
            lines.addAll(TYPESETTER.ragged(digits(paragraph), Style.BODY, SHEET.textWidth() - 8));
        }
        while (lines.size() < OPINION_LINES) {
            lines.add(line("", Style.BODY));
        }
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean breakable = lines.size() > LINES_KEPT_WHOLE && i > 1 && i < lines.size() - 1;
            rows.add(row(
                    line,
                    breakable,
                    (canvas, top) ->
                            overDots(canvas, line, SHEET.left(), SHEET.rightEdge(), top + Style.BODY.baseline())));
        }
    }

    private void awaitedSignature(String post) {
        space(12);
        signatureLine();
        TextLine open = line("(", Style.BODY);
        TextLine close = line(")", Style.BODY);
        rows.add(row(null, false, (canvas, top) -> {
            float baseline = top + Style.BODY.baseline();
            canvas.text(open, SIGNATURE_CENTRE - SIGNATURE_HALF - open.width(), baseline);
            canvas.dots(
                    SIGNATURE_CENTRE - SIGNATURE_HALF + 2,
                    SIGNATURE_CENTRE + SIGNATURE_HALF - 2,
                    baseline + DOTS_BELOW);
            canvas.text(close, SIGNATURE_CENTRE + SIGNATURE_HALF, baseline);
        }));
        signatureText(post);
    }

    private void signatureLine() {
        TextLine label = line(wording.get("signature"), Style.BODY);
        rows.add(row(null, false, (canvas, top) -> {
            float baseline = top + Style.BODY.baseline();
            float start = SIGNATURE_CENTRE - SIGNATURE_HALF;
            canvas.text(label, start - label.width() - 3, baseline);
            canvas.dots(start, SIGNATURE_CENTRE + SIGNATURE_HALF, baseline + DOTS_BELOW);
        }));
    }

    private void signatureText(String text) {
        float width = 2 * (SHEET.rightEdge() - SIGNATURE_CENTRE);
        for (TextLine line : TYPESETTER.ragged(digits(text), Style.BODY, width)) {
            rows.add(row(
                    line, false, (canvas, top) -> canvas.centred(line, SIGNATURE_CENTRE, top + Style.BODY.baseline())));
        }
    }

    /** A line that begins where signatures are centred, as the date of an order or the regards of a letter. */
    void centredOverSignature(String text) {
        signatureText(text);
    }

    private static Row row(@Nullable TextLine line, boolean mayBegin, Drawing drawing) {
        return new Row(
                line == null ? Style.BODY.pitch() : line.style().pitch(),
                List.of(drawing),
                mayBegin,
                line == null ? "" : line.text());
    }
}
