package org.sucharit.document;

import static org.sucharit.document.Composition.INDENT;
import static org.sucharit.document.Composition.SHEET;
import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.List;
import java.util.Map;
import org.sucharit.document.AppointmentOrder.Appointee;
import org.sucharit.document.typesetting.Style;

/** The layout of an order (คำสั่ง; ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ, form 4). */
final class OrderLayout {

    private static final float EMBLEM = cm(3f);

    private final Wording wording;
    private final AppointmentOrder order;
    private final Composition page;
    private final Drafting drafting;

    OrderLayout(Wording wording, AppointmentOrder order) {
        this.wording = wording;
        this.order = order;
        this.page = new Composition(wording, order.heading());
        this.drafting = new Drafting(wording, order.heading());
    }

    Rendered render() {
        Map<String, String> values = drafting.values(order.matter());
        values.put("reportBy", drafting.date(order.reportBy()));
        boolean single = order.appointees().size() == 1;
        String who = single ? "officer" : "committee";
        String subject = wording.get("order.subject." + who);
        head(subject);
        String sealed = order.matter().subject().isBlank() ? ".sealed" : "";
        page.paragraph(wording.get("order.reason" + sealed, values), true);
        page.paragraph(wording.get("order.appoint." + who), true);
        page.space(3);
        for (int i = 0; i < order.appointees().size(); i++) {
            appointee(i + 1, order.appointees().get(i));
        }
        page.space(3);
        page.paragraph(wording.get("order.duties", values), true);
        page.paragraph(wording.get("order.secrecy"), true);
        page.paragraph(wording.get("order.effect"), false);
        page.space(8);
        String date = ThaiDates.withEra(order.heading().date(), order.heading().digits());
        page.centredOverSignature(wording.get("order.given", Map.of("date", date)));
        page.signature(order.signer(), false, List.of());
        return page.render(subject);
    }

    private void head(String subject) {
        page.add(EMBLEM + 8, (canvas, top) -> page.emblem(canvas, SHEET.centre(), top, EMBLEM));
        page.centred(
                wording.get(
                        "order.title",
                        Map.of("organisation", order.heading().issuer().organisation())),
                Style.STRONG);
        page.centred(
                wording.get("order.number", Map.of("number", order.heading().number())), Style.STRONG);
        page.centred(wording.get("order.subject", Map.of("subject", subject)), Style.STRONG);
        page.add(14, (canvas, top) -> canvas.rule(SHEET.centre() - cm(2.5f), SHEET.centre() + cm(2.5f), top + 7));
    }

    private void appointee(int index, Appointee appointee) {
        String name = order.appointees().size() == 1
                ? appointee.name()
                : wording.get("order.appointee", Map.of("index", "" + index, "name", appointee.name()));
        page.entry(
                name, wording.get("order.appointee.post", Map.of("post", appointee.post())), appointee.role(), INDENT);
    }
}
