package org.sucharit.document;

import static org.sucharit.document.Composition.SHEET;
import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.TextLine;

/** The layout of a memo (บันทึกข้อความ; ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ, form 2). */
final class MemoLayout {

    private static final float EMBLEM = cm(1.5f);

    private final Wording wording;
    private final Memo memo;
    private final Composition page;

    MemoLayout(Wording wording, Memo memo) {
        this.wording = wording;
        this.memo = memo;
        this.page = new Composition(wording, memo.heading());
    }

    Rendered render() {
        head();
        memo.sections().forEach(this::section);
        page.space(3);
        page.paragraph(memo.closing().isEmpty() ? wording.get("memo.closing") : memo.closing(), false);
        page.signature(memo.signer(), true, List.of());
        memo.opinions().forEach(page::opinion);
        return page.render(memo.subject());
    }

    private void head() {
        TextLine title = page.line(wording.get("memo.title"), Style.TITLE);
        page.add(EMBLEM + 8, (canvas, top) -> {
            page.emblem(canvas, SHEET.left() + EMBLEM / 2, top, EMBLEM);
            canvas.centred(title, SHEET.centre(), top + EMBLEM - 9);
        });
        page.dotted(wording.get("memo.from"), sender());
        numberAndDate();
        page.dotted(wording.get("memo.subject"), memo.subject());
        page.space(6);
        page.labelled(wording.get("memo.to"), memo.addressee(), cm(1.25f));
        page.space(4);
    }

    private String sender() {
        Issuer issuer = memo.heading().issuer();
        String telephone = issuer.telephone().isBlank()
                ? ""
                : wording.get("memo.telephone", Map.of("telephone", issuer.telephone()));
        return Stream.of(issuer.unit(), issuer.organisation(), telephone)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    private void numberAndDate() {
        TextLine numberLabel = page.line(wording.get("memo.number"), Style.LABEL);
        TextLine dateLabel = page.line(wording.get("memo.date"), Style.LABEL);
        TextLine number = page.line(memo.heading().number(), Style.BODY);
        TextLine date =
                page.line(ThaiDates.full(memo.heading().date(), memo.heading().digits()), Style.BODY);
        page.add(Style.LABEL.pitch(), (canvas, top) -> {
            float baseline = top + Style.LABEL.baseline();
            float numberAt = SHEET.left() + numberLabel.width() + 8;
            float split = Math.max(SHEET.centre(), numberAt + number.width() + 12);
            canvas.text(numberLabel, SHEET.left(), baseline);
            Composition.overDots(canvas, number, numberAt, split - 6, baseline);
            canvas.text(dateLabel, split, baseline);
            Composition.overDots(canvas, date, split + dateLabel.width() + 8, SHEET.rightEdge(), baseline);
        });
    }

    private void section(Section section) {
        boolean titled = !section.title().isBlank();
        if (titled) {
            page.space(5);
            page.title(section.title());
        }
        if (section.paragraphs().isEmpty()) {
            page.paragraph(wording.get("none"), !titled);
        }
        for (int i = 0; i < section.paragraphs().size(); i++) {
            page.paragraph(section.paragraphs().get(i), i > 0 || !titled);
        }
    }
}
