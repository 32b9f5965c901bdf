package org.sucharit.document;

import static org.sucharit.document.Composition.SHEET;
import static org.sucharit.document.typesetting.Sheet.cm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sucharit.document.Block.Head.Place;
import org.sucharit.document.typesetting.Canvas;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.Tag;
import org.sucharit.document.typesetting.TextLine;

/** Sets one paper: the head that its form has, its text, and what stands below. */
final class Setting {

    private static final float SMALL_EMBLEM = cm(1.5f);
    private static final float LARGE_EMBLEM = cm(3f);
    private static final float SENDER = cm(5.8f);

    private final Wording wording;
    private final Paper paper;
    private final Heading heading;
    private final Stationery stationery;
    private final Composition page;
    private final SignatureBlocks signatures;
    private final Map<Place, List<String>> heads = new EnumMap<>(Place.class);
    private final List<Block> text = new ArrayList<>();

    Setting(Wording wording, Paper paper, List<Block> blocks) {
        this.wording = wording;
        this.paper = paper;
        this.heading = paper.heading();
        this.stationery = heading.stationery();
        this.page = new Composition(wording, heading);
        this.signatures = new SignatureBlocks(page);
        for (Block block : blocks) {
            if (block instanceof Block.Head head) {
                heads.put(head.place(), head.lines());
            } else {
                text.add(block);
            }
        }
    }

    Rendered render() {
        String title = switch (paper.kind().form()) {
            case MEMO -> memo();
            case LETTER -> letter();
            case ORDER -> order();
            case SLIP -> plain("slip.title");
            case LIST -> plain("list.title");
            case SHEET -> plain("sheet.title");
        };
        new Body(page, signatures, paper).set(text);
        if (paper.kind().form() == Form.LETTER) {
            contact();
        }
        foot();
        return page.render(title);
    }

    /** บันทึกข้อความ: form 2 of the regulation on correspondence. */
    private String memo() {
        Tag emblem = page.emblemTag();
        Tag name = page.paperTitle();
        TextLine title = page.line(wording.get("memo.title"), Style.TITLE);
        page.top(SMALL_EMBLEM + 8, (canvas, top) -> {
            page.emblem(canvas, emblem, SHEET.left() + SMALL_EMBLEM / 2, top, SMALL_EMBLEM);
            canvas.tagged(name, () -> canvas.centred(title, SHEET.centre(), top + SMALL_EMBLEM - 9));
        });
        page.dotted(wording.get("memo.from"), sender(), Style.LABEL, false);
        numberAndDate();
        page.dotted(wording.get("memo.subject"), head(Place.SUBJECT), Style.LABEL, false);
        page.space(6);
        page.labelled(wording.get("memo.to"), head(Place.TO), cm(1.25f));
        page.space(4);
        return head(Place.SUBJECT);
    }

    private String sender() {
        String telephone = stationery.telephone().isBlank()
                ? ""
                : wording.get("memo.telephone", Map.of("telephone", stationery.telephone()));
        return Stream.of(heading.unit(), stationery.organisation(), telephone)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" "));
    }

    /** Side by side; one under the other where the number is too long. */
    private void numberAndDate() {
        TextLine numberLabel = page.line(wording.get("memo.number"), Style.LABEL);
        TextLine dateLabel = page.line(wording.get("memo.date"), Style.LABEL);
        TextLine number = page.line(number(), Style.BODY);
        TextLine date = page.line(day(), Style.BODY);
        float numberAt = SHEET.left() + numberLabel.width() + 8;
        float split = Math.max(SHEET.centre(), numberAt + number.width() + 12);
        if (split + dateLabel.width() + 12 + date.width() > SHEET.rightEdge()) {
            page.dotted(wording.get("memo.number"), number(), Style.LABEL, false);
            page.dotted(wording.get("memo.date"), day(), Style.LABEL, false);
            return;
        }
        Tag tag = page.part(Tag.Type.P);
        page.add(Style.LABEL.pitch(), (canvas, top) -> {
            float baseline = top + Style.LABEL.baseline();
            canvas.tagged(tag, () -> canvas.text(numberLabel, SHEET.left(), baseline));
            Composition.overDots(canvas, tag, number, numberAt, split - 6, baseline);
            canvas.tagged(tag, () -> canvas.text(dateLabel, split, baseline));
            Composition.overDots(canvas, tag, date, split + dateLabel.width() + 8, SHEET.rightEdge(), baseline);
        });
    }

    /** หนังสือภายนอก: form 1 of the regulation on correspondence. */
    private String letter() {
        Tag emblem = page.emblemTag();
        Tag numberTag = page.part(Tag.Type.P);
        Tag senderTag = page.part(Tag.Type.P);
        float besideEmblem = (SHEET.textWidth() - LARGE_EMBLEM) / 2 - 6;
        List<TextLine> number =
                page.ragged(wording.get("letter.number", Map.of("number", number())), Style.BODY, besideEmblem);
        List<TextLine> sender = Stream.of(stationery.organisation(), stationery.address())
                .filter(part -> !part.isBlank())
                .flatMap(part -> page.ragged(part, Style.BODY, SENDER).stream())
                .toList();
        float pitch = Style.BODY.pitch();
        // The first lines stand beside the foot of the emblem, further ones below it.
        page.top(LARGE_EMBLEM, (canvas, top) -> {
            page.emblem(canvas, emblem, SHEET.centre(), top, LARGE_EMBLEM);
            beside(canvas, numberTag, number, senderTag, sender, 0, top + LARGE_EMBLEM - pitch);
        });
        for (int i = 1; i < Math.max(number.size(), sender.size()); i++) {
            int at = i;
            page.add(pitch, (canvas, top) -> beside(canvas, numberTag, number, senderTag, sender, at, top));
        }
        page.space(4);
        Tag dateTag = page.part(Tag.Type.P);
        TextLine date = page.line(day(), Style.BODY);
        page.add(
                pitch + 6,
                (canvas, top) -> canvas.tagged(
                        dateTag, () -> canvas.text(date, SHEET.centre(), top + 2 + Style.BODY.baseline())));
        page.labelled(wording.get("letter.subject"), head(Place.SUBJECT), cm(1.25f));
        page.space(4);
        page.labelled(wording.get("letter.to"), head(Place.TO), cm(1.25f));
        list(Place.REFERENCES, "letter.references", cm(1.6f));
        list(Place.ENCLOSURES, "letter.enclosures", cm(2.6f));
        return head(Place.SUBJECT);
    }

    private static void beside(
            Canvas canvas,
            Tag numberTag,
            List<TextLine> number,
            Tag senderTag,
            List<TextLine> sender,
            int at,
            float top) {
        float baseline = top + Style.BODY.baseline();
        if (at < number.size()) {
            canvas.tagged(numberTag, () -> canvas.text(number.get(at), SHEET.left(), baseline));
        }
        if (at < sender.size()) {
            canvas.tagged(senderTag, () -> canvas.text(sender.get(at), SHEET.rightEdge() - SENDER, baseline));
        }
    }

    private void list(Place place, String label, float offset) {
        List<String> items = heads.getOrDefault(place, List.of());
        page.space(4);
        if (items.size() < 2) {
            page.labelled(wording.get(label), items.isEmpty() ? wording.get("none") : items.getFirst(), offset);
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            String item = wording.get("letter.item", Map.of("index", "" + (i + 1), "text", items.get(i)));
            page.labelled(i == 0 ? wording.get(label) : "", item, offset);
        }
    }

    /** At the foot of a letter: whom to ask. */
    private void contact() {
        page.space(18);
        if (!heading.unit().isBlank()) {
            page.labelled("", heading.unit(), 0);
        }
        if (!stationery.telephone().isBlank()) {
            page.labelled("", wording.get("letter.telephone", Map.of("telephone", stationery.telephone())), 0);
        }
    }

    /** คำสั่ง: form 4 of the regulation on correspondence. */
    private String order() {
        Tag emblem = page.emblemTag();
        page.top(LARGE_EMBLEM + 8, (canvas, top) -> page.emblem(canvas, emblem, SHEET.centre(), top, LARGE_EMBLEM));
        Tag name = page.paperTitle();
        String organisation = stationery.organisation();
        page.centred(wording.get("order.title", Map.of("organisation", organisation)), Style.STRONG, name);
        page.centred(wording.get("order.number", Map.of("number", number())), Style.STRONG, name);
        String subject = wording.get("order.subject", Map.of("subject", head(Place.SUBJECT)));
        page.centred(subject, Style.STRONG, name);
        page.add(14, (canvas, top) -> canvas.rule(SHEET.centre() - cm(2.5f), SHEET.centre() + cm(2.5f), top + 7));
        return head(Place.SUBJECT);
    }

    private String plain(String name) {
        Tag emblem = page.emblemTag();
        page.top(SMALL_EMBLEM + 8, (canvas, top) -> page.emblem(canvas, emblem, SHEET.centre(), top, SMALL_EMBLEM));
        page.centred(wording.get(name), Style.LABEL, page.paperTitle());
        page.centred(stationery.organisation(), Style.STRONG, page.part(Tag.Type.P));
        page.space(8);
        return wording.get(name);
    }

    /** Below everything: which version this is, and that the file bears a signature that paper does not show. */
    private void foot() {
        Heading.Replaces earlier = heading.replaces();
        if (earlier != null) {
            small(wording.get(
                    "replaces",
                    Map.of(
                            "version", "" + earlier.version(),
                            "earlier", "" + (earlier.version() - 1),
                            "date", ThaiDates.full(earlier.issuedOn(), heading.digits()))));
        }
        if (heading.electronic()) {
            small(wording.get("electronic"));
        }
    }

    private void small(String sentence) {
        Tag tag = page.part(Tag.Type.P);
        page.space(10);
        for (TextLine line : page.ragged(sentence, Style.SMALL, SHEET.textWidth())) {
            page.add(Composition.row(
                    line,
                    false,
                    (canvas, top) ->
                            canvas.tagged(tag, () -> canvas.text(line, SHEET.left(), top + Style.SMALL.baseline()))));
        }
    }

    private String head(Place place) {
        return String.join(" ", heads.getOrDefault(place, List.of()));
    }

    private String day() {
        return ThaiDates.full(heading.date(), heading.digits());
    }

    private String number() {
        return heading.draft() ? wording.get("draft.number") : heading.number();
    }
}
