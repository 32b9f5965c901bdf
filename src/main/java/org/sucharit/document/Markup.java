package org.sucharit.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The plain signs by which a template says what its lines are: one line is one paragraph, {@code #} a heading,
 * {@code -} or a number an item, {@code |} a row of a table, {@code ....} dots to write on, {@code @} the rest. Words
 * that came out of a case stand between {@link #OPEN} and {@link #CLOSE} and are never such a sign.
 */
final class Markup {

    static final char OPEN = '\uFDD0';
    static final char CLOSE = '\uFDD1';

    enum Directive {
        SIGNATURE("ลงนาม"),
        OPINIONS("ความเห็น"),
        CLOSING("ปิดท้าย"),
        CENTRE("กลาง"),
        LARGE("ตัวใหญ่"),
        QR("คิวอาร์"),
        SPACE("เว้น"),
        RULE("เส้น");

        private final String word;

        Directive(String word) {
            this.word = word;
        }
    }

    private static final Pattern HEADS =
            Pattern.compile("(เรื่อง|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย):(.*)", Pattern.DOTALL);
    private static final Pattern ITEM = Pattern.compile(
            "(-|\\[[ xX]]|(?:" + OPEN + "[0-9๐-๙]+" + CLOSE + "|[0-9๐-๙]+(?:\\.[0-9๐-๙]++)*+)[.)])\\s(.*)",
            Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("\\s*:?-+:?\\s*");

    private final List<Block> blocks = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private Markup() {}

    static List<Block> blocks(String text) {
        Markup markup = new Markup();
        text.lines().map(String::strip).forEach(markup::line);
        markup.endTable();
        return markup.blocks;
    }

    /** Words of a case as they go into the text of a template. */
    static String quoted(String words) {
        return OPEN + words.replace(OPEN, ' ').replace(CLOSE, ' ') + CLOSE;
    }

    static Block.Head.@Nullable Place place(String line) {
        Matcher head = HEADS.matcher(line);
        return head.matches() ? placeOf(head.group(1)) : null;
    }

    static Optional<Directive> directive(String line) {
        String word = line.substring(1).split("\\s", 2)[0];
        return Arrays.stream(Directive.values())
                .filter(directive -> directive.word.equals(word))
                .findFirst();
    }

    /** The cells of a line that begins with a bar; a bar at its end is not needed. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        int depth = 0;
        for (char c : line.substring(1).toCharArray()) {
            depth += c == OPEN ? 1 : c == CLOSE ? -1 : 0;
            if (c == '|' && depth == 0) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (!cell.toString().isBlank() || cells.isEmpty()) {
            cells.add(cell.toString().strip());
        }
        return cells;
    }

    private void line(String line) {
        if (line.startsWith("|")) {
            rows.add(cells(line));
            return;
        }
        endTable();
        if (!line.isEmpty()) {
            blocks.add(block(line));
            joinToHead();
        }
    }

    private static Block block(String line) {
        if (line.startsWith("@")) {
            Optional<Directive> directive = directive(line);
            if (directive.isPresent()) {
                return block(directive.get(), plain(line.replaceFirst("@\\S+", "")));
            }
        }
        if (line.startsWith("#")) {
            boolean second = line.startsWith("##");
            return new Block.Title(second ? 2 : 1, plain(line.substring(second ? 2 : 1)));
        }
        Matcher head = HEADS.matcher(line);
        if (head.matches()) {
            String value = plain(head.group(2));
            return new Block.Head(placeOf(head.group(1)), value.isEmpty() ? List.of() : List.of(value));
        }
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            return new Block.Item(
                    plain(item.group(1)),
                    cells("|" + item.group(2)).stream().map(Markup::plain).toList());
        }
        int dots = outside(line, "....");
        if (dots >= 0) {
            return new Block.Leader(
                    plain(line.substring(0, dots)), plain(line.substring(dots).replaceFirst("^\\.+", "")));
        }
        return new Block.Paragraph(plain(line));
    }

    private static Block block(Directive directive, String text) {
        return switch (directive) {
            case SIGNATURE -> new Block.Signature();
            case OPINIONS -> new Block.Opinions();
            case CLOSING -> new Block.Closing(text);
            case CENTRE -> new Block.Centred(text);
            case LARGE -> new Block.Large(text);
            case QR -> new Block.Code(text);
            case SPACE -> new Block.Space();
            case RULE -> new Block.Rule();
        };
    }

    /** Items right under "อ้างถึง:" or "สิ่งที่ส่งมาด้วย:" belong to it. */
    private void joinToHead() {
        int last = blocks.size() - 1;
        if (last > 0
                && blocks.get(last) instanceof Block.Item item
                && blocks.get(last - 1) instanceof Block.Head head) {
            List<String> lines = new ArrayList<>(head.lines());
            lines.add(String.join(" ", item.cells()));
            blocks.remove(last);
            blocks.set(last - 1, new Block.Head(head.place(), lines));
        }
    }

    private void endTable() {
        if (rows.isEmpty()) {
            return;
        }
        boolean headed = rows.size() > 1 && isColumns(rows.get(1));
        List<Block.Table.Column> columns = headed
                ? rows.get(1).stream().map(Markup::column).toList()
                : rows.getFirst().stream()
                        .map(cell -> new Block.Table.Column(1, Block.Table.Align.LEFT))
                        .toList();
        List<List<String>> body = rows.subList(headed ? 2 : 0, rows.size()).stream()
                .map(row -> fitted(row, columns.size()))
                .toList();
        blocks.add(new Block.Table(columns, headed ? fitted(rows.getFirst(), columns.size()) : List.of(), body));
        rows.clear();
    }

    private static List<String> fitted(List<String> row, int columns) {
        List<String> cells =
                new ArrayList<>(row.stream().limit(columns).map(Markup::plain).toList());
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }

    private static boolean isColumns(List<String> row) {
        return row.stream().allMatch(cell -> COLUMN.matcher(cell).matches());
    }

    private static Block.Table.Column column(String dashes) {
        boolean left = dashes.startsWith(":");
        boolean right = dashes.endsWith(":");
        Block.Table.Align align =
                left && right ? Block.Table.Align.CENTRE : right ? Block.Table.Align.RIGHT : Block.Table.Align.LEFT;
        return new Block.Table.Column((int) dashes.chars().filter(c -> c == '-').count(), align);
    }

    private static Block.Head.Place placeOf(String label) {
        return switch (label) {
            case "เรื่อง" -> Block.Head.Place.SUBJECT;
            case "เรียน" -> Block.Head.Place.TO;
            case "อ้างถึง" -> Block.Head.Place.REFERENCES;
            default -> Block.Head.Place.ENCLOSURES;
        };
    }

    /** The text without its fences; ballot boxes drawn where the template has them. */
    private static String plain(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == OPEN || c == CLOSE) {
                depth += c == OPEN ? 1 : -1;
            } else if (depth == 0 && text.startsWith("[ ]", i)) {
                out.append('☐');
                i += 2;
            } else if (depth == 0 && (text.startsWith("[x]", i) || text.startsWith("[X]", i))) {
                out.append('☑');
                i += 2;
            } else {
                out.append(c);
            }
        }
        return out.toString().strip();
    }

    /** Where the sign stands outside of quoted words; -1 for nowhere. */
    private static int outside(String line, String sign) {
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            depth += c == OPEN ? 1 : c == CLOSE ? -1 : 0;
            if (depth == 0 && line.startsWith(sign, i)) {
                return i;
            }
        }
        return -1;
    }
}
