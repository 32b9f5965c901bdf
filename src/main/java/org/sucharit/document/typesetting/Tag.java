package org.sucharit.document.typesetting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of a paper's structure, which tells a reader what the marks on its pages are (ISO 32000-1, 14.7 and 14.8).
 * Children are in reading order; a tree belongs to one file and to one thread.
 */
public final class Tag {

    /** What a node is, under its name in the file. */
    public enum Type {
        DOCUMENT("Document"),
        SECT("Sect"),
        DIV("Div"),
        BLOCK_QUOTE("BlockQuote"),
        H1("H1"),
        H2("H2"),
        H3("H3"),
        P("P"),
        L("L"),
        LI("LI"),
        LBL("Lbl"),
        LBODY("LBody"),
        TABLE("Table"),
        TR("TR"),
        /** Of a column, unless made by {@link Tag#rowHeader}. */
        TH("TH"),
        TD("TD"),
        FIGURE("Figure");

        private final String pdfName;

        Type(String pdfName) {
            this.pdfName = pdfName;
        }

        String pdfName() {
            return pdfName;
        }

        /** Whether it says something without anything in it: an empty cell still holds its place in the table. */
        private boolean mayBeEmpty() {
            return this == TD || this == TH || this == LBODY || this == LBL;
        }
    }

    private final Type type;
    private final @Nullable Tag parent;
    private final @Nullable String alt;
    private final boolean ofRow;
    private final List<Tag> children = new ArrayList<>();
    private int rows = 1;
    private int columns = 1;

    private Tag(Type type, @Nullable Tag parent, @Nullable String alt, boolean ofRow) {
        this.type = type;
        this.parent = parent;
        this.alt = alt;
        this.ofRow = ofRow;
    }

    /** The root of a file's structure. */
    public static Tag document() {
        return new Tag(Type.DOCUMENT, null, null, false);
    }

    /**
     * A new last child. One with nothing drawn in it and no children is left out of the file, cells excepted.
     *
     * @throws IllegalArgumentException for a figure, which needs its text, and for a second document
     */
    public Tag child(Type childType) {
        if (childType == Type.FIGURE || childType == Type.DOCUMENT) {
            throw new IllegalArgumentException(childType + " as a plain child");
        }
        return added(new Tag(childType, this, null, false));
    }

    /** @param text what the picture says to those who do not see it; not empty */
    public Tag figure(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A figure without a text");
        }
        return added(new Tag(Type.FIGURE, this, ThaiText.clean(text), false));
    }

    /** A head cell that names its row, where {@link Type#TH} names its column. */
    public Tag rowHeader() {
        return added(new Tag(Type.TH, this, null, true));
    }

    /** Lets a cell take so many rows and columns, each at least 1. */
    public Tag spanning(int overRows, int overColumns) {
        if (overRows < 1 || overColumns < 1 || (type != Type.TD && type != Type.TH)) {
            throw new IllegalArgumentException(type + " over " + overRows + " × " + overColumns);
        }
        rows = overRows;
        columns = overColumns;
        return this;
    }

    public Type type() {
        return type;
    }

    @Nullable
    Tag parent() {
        return parent;
    }

    @Nullable
    String alt() {
        return alt;
    }

    List<Tag> children() {
        return children;
    }

    boolean mayBeEmpty() {
        return type.mayBeEmpty();
    }

    /** Its attributes apart from a figure's box, as the file has them; empty where it has none. */
    String attributes() {
        return switch (type) {
            case TH -> "<</O/Table/Scope/" + (ofRow ? "Row" : "Column") + span() + ">>";
            case TD -> rows * columns == 1 ? "" : "<</O/Table" + span() + ">>";
            case L -> "<</O/List/ListNumbering/" + (isLabelled() ? "Decimal" : "None") + ">>";
            default -> "";
        };
    }

    private boolean isLabelled() {
        return children.stream().flatMap(item -> item.children.stream()).anyMatch(part -> part.type == Type.LBL);
    }

    private String span() {
        return (rows > 1 ? "/RowSpan " + rows : "") + (columns > 1 ? "/ColSpan " + columns : "");
    }

    private Tag added(Tag tag) {
        children.add(tag);
        return tag;
    }
}
