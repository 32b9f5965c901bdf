package org.sucharit.document;

import static org.sucharit.document.Composition.SHEET;

import java.util.ArrayList;
import java.util.List;
import org.sucharit.document.Block.Table.Align;
import org.sucharit.document.Block.Table.Column;
import org.sucharit.document.typesetting.Canvas;
import org.sucharit.document.typesetting.Row;
import org.sucharit.document.typesetting.Style;
import org.sucharit.document.typesetting.Tag;
import org.sucharit.document.typesetting.TextLine;

/**
 * Sets a table as wide as the text: cells wrap, and its head is printed again on each page that it runs on to. A row is
 * kept whole unless it is tall; each line of it is a strip of its own.
 */
final class TableBlock {

    private static final float PADDING = 4;

    /** Of the width, so that a word or two fit in. */
    private static final float NARROWEST = 0.05f;

    private static final int LINES_KEPT_WHOLE = 12;

    private final Composition page;
    private final Block.Table table;
    private final float[] edges;

    TableBlock(Composition page, Block.Table table) {
        this.page = page;
        this.table = table;
        this.edges = edges(table.columns());
    }

    void set() {
        page.space(4);
        Tag tag = page.part(Tag.Type.TABLE);
        List<Row> head = List.of();
        if (!table.head().isEmpty()) {
            Tag tr = tag.child(Tag.Type.TR);
            List<Tag> cells =
                    table.head().stream().map(cell -> tr.child(Tag.Type.TH)).toList();
            head = strips(lines(table.head(), Style.STRONG), cells, true, List.of());
            head.forEach(page::add);
        }
        // On the pages that follow the head is a repetition, which a reader of the structure need not hear again.
        List<Row> repeated =
                head.isEmpty() ? head : strips(lines(table.head(), Style.STRONG), List.of(), true, List.of());
        for (int i = 0; i < table.rows().size(); i++) {
            List<String> row = table.rows().get(i);
            Tag tr = tag.child(Tag.Type.TR);
            List<Tag> cells = row.stream().map(cell -> tr.child(Tag.Type.TD)).toList();
            List<Row> strips = strips(lines(row, Style.BODY), cells, false, repeated);
            // Neither a head without a row stands at the foot of a page nor the last row, often a sum, alone on one.
            boolean bound =
                    (i == 0 && !head.isEmpty()) || (i > 1 && i == table.rows().size() - 1);
            page.add(bound ? strips.getFirst().glued() : strips.getFirst());
            strips.subList(1, strips.size()).forEach(page::add);
        }
        page.space(6);
    }

    private List<List<TextLine>> lines(List<String> cells, Style style) {
        List<List<TextLine>> lines = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            lines.add(page.ragged(cells.get(i), style, edges[i + 1] - edges[i] - 2 * PADDING));
        }
        return lines;
    }

    private List<Row> strips(List<List<TextLine>> cells, List<Tag> tags, boolean head, List<Row> repeated) {
        int tallest = cells.stream().mapToInt(List::size).max().orElse(1);
        List<Row> strips = new ArrayList<>();
        for (int i = 0; i < tallest; i++) {
            int at = i;
            boolean top = i == 0;
            boolean bottom = i == tallest - 1;
            float above = top ? PADDING : 0;
            float height = Style.BODY.pitch() + above + (bottom ? PADDING : 0);
            boolean mayBegin = top || (tallest > LINES_KEPT_WHOLE && i > 1 && i < tallest - 1);
            strips.add(new Row(
                    height,
                    List.of((canvas, y) -> {
                        frame(canvas, y, height, top, bottom);
                        for (int c = 0; c < cells.size(); c++) {
                            if (at < cells.get(c).size()) {
                                TextLine line = cells.get(c).get(at);
                                float x = x(c, line, head);
                                float baseline = y + above + Style.BODY.baseline();
                                Runnable text = () -> canvas.text(line, x, baseline);
                                if (tags.isEmpty()) {
                                    text.run();
                                } else {
                                    canvas.tagged(tags.get(c), text);
                                }
                            }
                        }
                    }),
                    mayBegin,
                    head ? "" : opening(cells, at),
                    repeated));
        }
        return strips;
    }

    /** What a catchword quotes of a line of a row: its first words. */
    private static String opening(List<List<TextLine>> cells, int at) {
        return cells.stream()
                .filter(cell -> at < cell.size() && !cell.get(at).isBlank())
                .map(cell -> cell.get(at).text())
                .findFirst()
                .orElse("");
    }

    private float x(int column, TextLine line, boolean head) {
        float left = edges[column] + PADDING;
        float room = edges[column + 1] - edges[column] - 2 * PADDING - line.width();
        Align align = head ? Align.CENTRE : table.columns().get(column).align();
        return switch (align) {
            case LEFT -> left;
            case CENTRE -> left + room / 2;
            case RIGHT -> left + room;
        };
    }

    private void frame(Canvas canvas, float y, float height, boolean top, boolean bottom) {
        for (float edge : edges) {
            canvas.verticalRule(edge, y, y + height);
        }
        if (top) {
            canvas.rule(SHEET.left(), SHEET.rightEdge(), y);
        }
        if (bottom) {
            canvas.rule(SHEET.left(), SHEET.rightEdge(), y + height);
        }
    }

    private static float[] edges(List<Column> columns) {
        int sum = columns.stream().mapToInt(Column::weight).sum();
        float[] weights = new float[columns.size()];
        float all = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.max(columns.get(i).weight(), sum * NARROWEST);
            all += weights[i];
        }
        float[] edges = new float[columns.size() + 1];
        edges[0] = SHEET.left();
        for (int i = 0; i < columns.size(); i++) {
            edges[i + 1] = edges[i] + SHEET.textWidth() * weights[i] / all;
        }
        return edges;
    }
}
