package org.sucharit.document;

import static org.sucharit.document.Composition.INDENT;
import static org.sucharit.document.Composition.SHEET;
import static org.sucharit.document.Composition.row;
import static org.sucharit.document.typesetting.Sheet.cm;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sucharit.document.typesetting.Canvas;
import org.sucharit.document.typesetting.Row;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.Tag;
import org.sucharit.document.typesetting.TextLine;

/** Sets the blocks of a paper's text, one under the other. */
final class Body {

    private static final float MARKER = cm(0.75f);
    private static final float WIDEST_MARKER = cm(3);
    private static final float CODE = cm(3);
    private static final int MOST_LINES_IN_BOX = 8;

    /** More letters than a telephone reads off a code of this size. */
    private static final int TOO_MUCH_FOR_A_CODE = 400;

    private final Composition page;
    private final SignatureBlocks signatures;
    private final Paper paper;

    Body(Composition page, SignatureBlocks signatures, Paper paper) {
        this.page = page;
        this.signatures = signatures;
        this.paper = paper;
    }

    void set(List<Block> blocks) {
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean underTitle = i > 0 && blocks.get(i - 1) instanceof Block.Title;
            if (block instanceof Block.Item) {
                int end = i;
                while (end < blocks.size() && blocks.get(end) instanceof Block.Item) {
                    end++;
                }
                items(blocks.subList(i, end), underTitle);
                i = end - 1;
            } else if (block instanceof Block.Closing closing) {
                page.space(4);
                // Under a table it is text enough for the signature to stand under; the table stays whole.
                page.paragraph(closing.text(), i > 0 && blocks.get(i - 1) instanceof Block.Table);
            } else {
                set(block, underTitle);
            }
            if (block instanceof Block.Title && (i + 1 == blocks.size() || endsSection(blocks.get(i + 1)))) {
                page.paragraph(page.wording().get("none"), false);
            }
        }
    }

    /** A heading is never left out and never empty: with nothing under it, it says that there is nothing. */
    private static boolean endsSection(Block block) {
        return switch (block) {
            case Block.Title title -> true;
            case Block.Closing closing -> true;
            case Block.Signature signature -> true;
            case Block.Opinions opinions -> true;
            case Block.Head head -> false;
            case Block.Paragraph paragraph -> false;
            case Block.Centred centred -> false;
            case Block.Item item -> false;
            case Block.Leader leader -> false;
            case Block.Table table -> false;
            case Block.Code code -> false;
            case Block.Large large -> false;
            case Block.Space space -> false;
            case Block.Rule rule -> false;
        };
    }

    private void set(Block block, boolean underTitle) {
        switch (block) {
            case Block.Head head -> throw new IllegalStateException("A head in the text");
            case Block.Title title -> {
                page.space(5);
                page.title(title.level(), title.text());
            }
            case Block.Paragraph paragraph -> {
                if (paper.kind().form() == Form.LETTER) {
                    page.space(4);
                }
                page.paragraph(paragraph.text(), !underTitle);
            }
            case Block.Centred centred -> page.centred(centred.text(), Style.BODY, page.part(Tag.Type.P));
            case Block.Leader leader -> page.dotted(leader.label(), leader.value(), Style.BODY, !underTitle);
            case Block.Table table -> new TableBlock(page, table).set();
            case Block.Code code -> code(code.content());
            case Block.Large large -> large(large.text());
            case Block.Signature signature -> sign();
            case Block.Opinions opinions -> paper.opinions().forEach(signatures::opinion);
            case Block.Space space -> page.space(Style.BODY.pitch() / 2);
            case Block.Rule rule ->
                page.add(14, (canvas, top) -> canvas.rule(SHEET.centre() - INDENT, SHEET.centre() + INDENT, top + 7));
            case Block.Item item -> throw new IllegalStateException("An item without its list");
            case Block.Closing closing -> throw new IllegalStateException("A closing apart from what it closes");
        }
    }

    private void items(List<Block> items, boolean underTitle) {
        Tag list = page.part(Tag.Type.L);
        float roles = items.stream()
                .map(item -> ((Block.Item) item).cells())
                .filter(cells -> cells.size() > 2)
                .map(cells -> Math.min(page.line(cells.getLast(), Style.BODY).width(), SHEET.textWidth() / 4) + 12)
                .max(Float::compare)
                .orElse(0f);
        boolean first = true;
        for (Block block : items) {
            Block.Item item = (Block.Item) block;
            Tag entry = list.child(Tag.Type.LI);
            if (page.line(item.marker(), Style.BODY).width() > WIDEST_MARKER) {
                item(new Block.Item("", List.of(item.marker() + " " + String.join(" ", item.cells()))), entry, !first);
            } else if (item.cells().size() == 1) {
                item(item, entry, !(first && underTitle));
            } else {
                columns(item, entry, roles, !first);
            }
            first = false;
        }
    }

    private void item(Block.Item item, Tag entry, boolean mayBegin) {
        Tag label = entry.child(Tag.Type.LBL);
        Tag body = entry.child(Tag.Type.LBODY);
        TextLine marker = page.line(item.marker(), Style.BODY);
        float at = SHEET.left() + INDENT;
        float x = at + Math.max(MARKER, marker.width() + 6);
        List<TextLine> lines = page.ragged(item.cells().getFirst(), Style.BODY, SHEET.rightEdge() - x);
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            boolean top = i == 0;
            page.add(row(line, top ? mayBegin : i > 1 && i < lines.size() - 1, (canvas, y) -> {
                if (top) {
                    canvas.tagged(label, () -> canvas.text(marker, at, y + Style.BODY.baseline()));
                }
                canvas.tagged(body, () -> canvas.text(line, x, y + Style.BODY.baseline()));
            }));
        }
    }

    /**
     * One person of a list: name, post, and what they are in it. Whatever is too long wraps.
     *
     * @param role room for the last column, the same in the whole list
     */
    private void columns(Block.Item item, Tag entry, float role, boolean mayBegin) {
        Tag body = entry.child(Tag.Type.LBODY);
        String number = item.marker().equals("-") ? "" : item.marker() + " ";
        String last = item.cells().size() > 2 ? item.cells().getLast() : "";
        float postAt = SHEET.left() + SHEET.textWidth() * 0.45f;
        float nameAt = SHEET.left() + (number.isEmpty() ? INDENT : cm(1.25f));
        float roleAt = SHEET.rightEdge() - role + 12;
        List<TextLine> names = page.ragged(number + item.cells().getFirst(), Style.BODY, postAt - nameAt - 8);
        List<TextLine> posts = page.ragged(item.cells().get(1), Style.BODY, SHEET.rightEdge() - postAt - role);
        List<TextLine> roles =
                last.isEmpty() ? List.of() : page.ragged(last, Style.BODY, SHEET.rightEdge() - roleAt + 1);
        int tallest = Math.max(names.size(), Math.max(posts.size(), roles.size()));
        for (int i = 0; i < tallest; i++) {
            int at = i;
            page.add(row(
                    null,
                    i == 0 && mayBegin,
                    (canvas, top) -> canvas.tagged(body, () -> {
                        float baseline = top + Style.BODY.baseline();
                        cell(canvas, names, at, nameAt, baseline);
                        cell(canvas, posts, at, postAt, baseline);
                        cell(canvas, roles, at, roleAt, baseline);
                    })));
        }
    }

    private static void cell(Canvas canvas, List<TextLine> lines, int at, float x, float baseline) {
        if (at < lines.size()) {
            canvas.text(lines.get(at), x, baseline);
        }
    }

    /** A code, or the words themselves where they make none. */
    private void code(String content) {
        if (content.isEmpty() || content.length() > TOO_MUCH_FOR_A_CODE) {
            page.centred(content, Style.BODY, page.part(Tag.Type.P));
            return;
        }
        Tag figure = page.figure(page.wording().get("code.alt", Map.of("content", content)));
        BitMatrix code = qr(content);
        float module = CODE / code.getWidth();
        float left = SHEET.centre() - CODE / 2;
        page.space(6);
        page.add(
                CODE,
                (canvas, top) -> canvas.tagged(figure, () -> {
                    for (int y = 0; y < code.getHeight(); y++) {
                        for (int x = 0; x < code.getWidth(); x++) {
                            int run = x;
                            while (run < code.getWidth() && code.get(run, y)) {
                                run++;
                            }
                            if (run > x) {
                                canvas.fill(left + x * module, top + y * module, (run - x) * module, module);
                                x = run;
                            }
                        }
                    }
                }));
        page.space(6);
    }

    private static BitMatrix qr(String content) {
        try {
            return new QRCodeWriter()
                    .encode(
                            content,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    0,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too much for one code", e);
        }
    }

    private void large(String text) {
        Tag tag = page.part(Tag.Type.P);
        List<TextLine> lines = page.ragged(text, Style.LABEL, SHEET.textWidth() - 24);
        if (lines.size() > MOST_LINES_IN_BOX) {
            page.centred(text, Style.LABEL, tag);
            return;
        }
        float height = lines.size() * Style.LABEL.pitch() + 16;
        List<Row.Drawing> drawings = new ArrayList<>();
        drawings.add((canvas, top) -> canvas.box(SHEET.left(), top + 4, SHEET.textWidth(), height - 8));
        for (int i = 0; i < lines.size(); i++) {
            TextLine line = lines.get(i);
            float down = 8 + i * Style.LABEL.pitch() + Style.LABEL.baseline();
            drawings.add((canvas, top) -> canvas.tagged(tag, () -> canvas.centred(line, SHEET.centre(), top + down)));
        }
        page.add(new Row(height, drawings, false, ""));
    }

    private void sign() {
        switch (paper.kind().form()) {
            case MEMO -> {
                signatures.signature(paper.signer(), true, List.of());
                paper.cosigners().forEach(other -> signatures.signature(other, true, List.of()));
            }
            case SLIP ->
                signatures.signature(
                        paper.signer(), true, List.of(page.wording().get("slip.receiver")));
            case LIST, SHEET -> signatures.signature(paper.signer(), true, List.of());
            case LETTER -> {
                page.space(8);
                signatures.text(page.wording().get("letter.regards"));
                signatures.signature(paper.signer(), false, List.of());
            }
            case ORDER -> {
                page.space(8);
                String date = ThaiDates.withEra(
                        paper.heading().date(), paper.heading().digits());
                signatures.text(page.wording().get("order.given", Map.of("date", date)));
                signatures.signature(paper.signer(), false, List.of());
            }
        }
    }
}
