package org.sucharit.document;

import static org.sucharit.document.Composition.SHEET;
import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.TextLine;

/** The layout of a letter to the outside (หนังสือภายนอก; ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ, form 1). */
final class LetterLayout {

    private static final float EMBLEM = cm(3f);
    private static final float SENDER = cm(5.8f);

    private final Wording wording;
    private final Letter letter;
    private final Composition page;

    LetterLayout(Wording wording, Letter letter) {
        this.wording = wording;
        this.letter = letter;
        this.page = new Composition(wording, letter.heading());
    }

    Rendered render() {
        head();
        fields();
        letter.paragraphs().forEach(paragraph -> {
            page.space(4);
            page.paragraph(paragraph, true);
        });
        page.space(4);
        page.paragraph(wording.get("letter.closing"), false);
        page.space(8);
        page.centredOverSignature(wording.get("letter.regards"));
        page.signature(letter.signer(), false, List.of());
        contact();
        return page.render(letter.subject());
    }

    private void head() {
        TextLine number = page.line(
                wording.get("letter.number", Map.of("number", letter.heading().number())), Style.BODY);
        List<TextLine> sender = Stream.of(
                        letter.heading().issuer().organisation(),
                        letter.heading().issuer().address())
                .filter(part -> !part.isBlank())
                .flatMap(part -> Composition.TYPESETTER.ragged(page.digits(part), Style.BODY, SENDER).stream())
                .toList();
        float pitch = Style.BODY.pitch();
        page.add(EMBLEM + pitch * (sender.size() - 1) + 4, (canvas, top) -> {
            page.emblem(canvas, SHEET.centre(), top, EMBLEM);
            float baseline = top + EMBLEM - pitch + Style.BODY.baseline();
            canvas.text(number, SHEET.left(), baseline);
            for (TextLine line : sender) {
                canvas.text(line, SHEET.rightEdge() - SENDER, baseline);
                baseline += pitch;
            }
        });
        TextLine date = page.line(
                ThaiDates.full(letter.heading().date(), letter.heading().digits()), Style.BODY);
        page.add(pitch + 6, (canvas, top) -> canvas.text(date, SHEET.centre(), top + 2 + Style.BODY.baseline()));
    }

    private void fields() {
        page.labelled(wording.get("letter.subject"), letter.subject(), cm(1.25f));
        page.space(4);
        page.labelled(wording.get("letter.to"), letter.addressee(), cm(1.25f));
        page.space(4);
        list(wording.get("letter.references"), letter.references(), cm(1.6f));
        page.space(4);
        list(wording.get("letter.enclosures"), letter.enclosures(), cm(2.6f));
    }

    private void list(String label, List<String> items, float offset) {
        if (items.size() < 2) {
            page.labelled(label, items.isEmpty() ? wording.get("none") : items.getFirst(), offset);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            String item = wording.get("letter.item", Map.of("index", "" + (i + 1), "text", items.get(i)));
            page.labelled(i == 0 ? label : "", item, offset);
        }
    }

    /** At the foot of the letter: whom to ask. */
    private void contact() {
        Issuer issuer = letter.heading().issuer();
        page.space(18);
        if (!issuer.unit().isBlank()) {
            page.labelled(issuer.unit(), "", 0);
        }
        if (!issuer.telephone().isBlank()) {
            page.labelled(wording.get("letter.telephone", Map.of("telephone", issuer.telephone())), "", 0);
        }
    }
}
