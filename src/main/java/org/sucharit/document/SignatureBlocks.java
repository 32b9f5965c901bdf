package org.sucharit.document;

import static org.sucharit.document.Composition.SHEET;
import static org.sucharit.document.Composition.row;
import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.Tag;
import org.sucharit.document.typesetting.TextLine;

/** Who signs and what the posts above them say, never parted from the lines they stand under. */
final class SignatureBlocks {

    private static final float CENTRE = SHEET.left() + SHEET.textWidth() * 0.62f;
    private static final float HALF = 78;
    private static final int LINES_KEPT_WHOLE = 8;
    private static final int OPINION_LINES = 2;

    private final Composition page;
    private final Wording wording;

    SignatureBlocks(Composition page) {
        this.page = page;
        this.wording = page.wording();
    }

    /** With a dotted line to sign on where asked; otherwise room for the pen. */
    void signature(Signer signer, boolean dottedLine, List<String> below) {
        if (signer.machine()) {
            page.space(12);
            text(wording.get("signature.machine", Map.of("name", signer.name())));
            return;
        }
        if (dottedLine) {
            page.space(12);
            signatureLine();
        } else {
            page.space(cm(1.6f));
        }
        text(wording.get("signature.name", Map.of("name", signer.name())));
        Signer.Acting acting = signer.acting();
        if (acting == null) {
            text(signer.post());
        } else {
            text(wording.get("signature.acting", Map.of("post", signer.post())));
            text(acting.post());
            if (!acting.order().isBlank()) {
                text(wording.get("signature.order", Map.of("order", acting.order())));
            }
        }
        text(signer.role());
        below.forEach(this::text);
    }

    void opinion(Opinion opinion) {
        page.space(9);
        page.title(1, wording.get("opinion." + opinion.kind(), Map.of("post", opinion.post())));
        Opinion.Given given = opinion.given();
        writtenOnDots(given == null ? "" : (given.verdict() + " " + given.text()).strip());
        if (given == null) {
            awaited(opinion.post());
        } else {
            String date = ThaiDates.full(given.date(), page.heading().digits());
            signature(given.signer(), true, List.of(wording.get("opinion.date", Map.of("date", date))));
        }
    }

    /** A line in the middle of where signatures stand, as the date of an order or the regards of a letter. */
    void text(String text) {
        if (text.isBlank()) {
            return;
        }
        Tag tag = page.part(Tag.Type.P);
        for (TextLine line : page.ragged(text, Style.BODY, 2 * (SHEET.rightEdge() - CENTRE))) {
            page.add(row(
                    line,
                    false,
                    (canvas, top) ->
                            canvas.tagged(tag, () -> canvas.centred(line, CENTRE, top + Style.BODY.baseline()))));
        }
    }

    private void writtenOnDots(String text) {
        Tag tag = page.part(Tag.Type.P);
        List<TextLine> lines = new ArrayList<>();
        text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> lines.addAll(page.ragged(line, Style.BODY, SHEET.textWidth() - 8)));
        while (lines.size() < OPINION_LINES) {
            lines.add(page.line("", Style.BODY));
        }
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean breakable = lines.size() > LINES_KEPT_WHOLE && i > 1 && i < lines.size() - 1;
            page.add(row(
                    line,
                    breakable,
                    (canvas, top) -> Composition.overDots(
                            canvas, tag, line, SHEET.left(), SHEET.rightEdge(), top + Style.BODY.baseline())));
        }
    }

    private void awaited(String post) {
        page.space(12);
        signatureLine();
        TextLine open = page.line("(", Style.BODY);
        TextLine close = page.line(")", Style.BODY);
        page.add(row(null, false, (canvas, top) -> {
            float baseline = top + Style.BODY.baseline();
            canvas.text(open, CENTRE - HALF - open.width(), baseline);
            Composition.dots(canvas, CENTRE - HALF + 2, CENTRE + HALF - 2, baseline);
            canvas.text(close, CENTRE + HALF, baseline);
        }));
        text(post);
    }

    private void signatureLine() {
        Tag tag = page.part(Tag.Type.P);
        TextLine label = page.line(wording.get("signature"), Style.BODY);
        page.add(row(null, false, (canvas, top) -> {
            float baseline = top + Style.BODY.baseline();
            float start = CENTRE - HALF;
            canvas.tagged(tag, () -> canvas.text(label, start - label.width() - 3, baseline));
            Composition.dots(canvas, start, CENTRE + HALF, baseline);
        }));
    }
}
