package org.sucharit.document.typesetting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page's marks, as PDF operators. Points, measured from the top left corner of the page. What is drawn outside
 * {@link #tagged} is an artifact: seen, and passed over by those who listen.
 */
public final class Canvas {

    /** What a mark is coloured with. */
    public enum Ink {
        BLACK("0 g 0 G"),
        GREY("0.45 g 0.45 G"),
        LIGHT("0.9 g 0.9 G"),
        /** Behind black text, as in the head of a table. */
        PALE("0.92 g 0.92 G"),
        RED("0.8 0 0 rg 0.8 0 0 RG");

        private final String operators;

        Ink(String operators) {
            this.operators = operators;
        }
    }

    private static final float DOT_PITCH = 2.6f;
    private static final float DOT_SIZE = 0.75f;

    private final float height;
    private final int page;
    private final Resources resources;
    private final Structure structure;
    private final StringBuilder operators = new StringBuilder(8_192);
    private Ink ink = Ink.BLACK;
    private float charSpacing;
    private @Nullable Tag tag;
    private @Nullable Tag openTag;
    private boolean open;

    /** @param page from 0 */
    Canvas(float height, int page, Resources resources, Structure structure) {
        this.height = height;
        this.page = page;
        this.resources = resources;
        this.structure = structure;
    }

    /** Makes what is drawn meanwhile content of the node; within another such call the inner one counts. */
    public void tagged(Tag node, Runnable drawing) {
        Tag outer = tag;
        tag = node;
        drawing.run();
        tag = outer;
    }

    /** @param baseline from the top of the page */
    public void text(TextLine line, float x, float baseline) {
        if (line.glyphs().isEmpty()) {
            return;
        }
        Style style = line.style();
        begin(x, baseline - style.letterSize(), line.width(), style.letterSize() * 1.3f);
        operators.append("BT ");
        float spacing = line.toClusters() * style.letterSize() / 1000;
        if (Math.abs(spacing - charSpacing) > 0.0005f) {
            charSpacing = spacing;
            number(spacing);
            operators.append("Tc ");
        }
        number(x);
        number(height - baseline);
        operators.append("Td ");
        for (TextLine.Run run : line.runs()) {
            String readAs = run.readAs();
            if (readAs != null) {
                operators
                        .append("/Span<</ActualText")
                        .append(PdfOutput.text(readAs))
                        .append(">>BDC ");
                show(line, run.glyphs());
                operators.append("EMC ");
            } else {
                show(line, run.glyphs());
            }
        }
        operators.append("ET\n");
    }

    private void show(TextLine line, List<Glyph> glyphs) {
        SubsetFont font = null;
        float toSpaces = 0; // in thousandths of the font in use
        float due = 0;
        int given = 0;
        for (Glyph glyph : glyphs) {
            if (font == null || font.face() != glyph.face()) {
                operators.append(font == null ? "" : ">]TJ ");
                font = resources.font(glyph.face());
                float size = line.style().size() * font.face().scale();
                operators.append('/').append(font.name()).append(' ');
                number(size);
                operators.append("Tf [<");
                toSpaces = line.toSpaces() * line.style().letterSize() / size;
                due = 0;
                given = 0;
            }
            hex(font.cid(glyph));
            if (toSpaces > 0 && glyph.isSpace()) {
                due += toSpaces;
                operators.append(">-").append(Math.round(due) - given).append('<');
                given = Math.round(due);
            }
        }
        operators.append(">]TJ ");
    }

    public void centred(TextLine line, float centre, float baseline) {
        text(line, centre - line.width() / 2, baseline);
    }

    /** A row of dots to write on. */
    public void dots(float from, float to, float y) {
        begin(from, y - DOT_SIZE / 2, to - from, DOT_SIZE);
        operators.append("q 1 J ");
        number(DOT_SIZE);
        operators.append("w [0 ");
        number(DOT_PITCH);
        operators.append("] 0 d ");
        stroke(from, y, to, y);
        operators.append("Q\n");
    }

    /** A thin line across. */
    public void rule(float from, float to, float y) {
        begin(from, y - 0.3f, to - from, 0.6f);
        operators.append("0.6 w ");
        stroke(from, y, to, y);
        operators.append('\n');
    }

    /** A thin line down. */
    public void verticalRule(float x, float from, float to) {
        begin(x - 0.3f, from, 0.6f, to - from);
        operators.append("0.6 w ");
        stroke(x, from, x, to);
        operators.append('\n');
    }

    /** The outline of a rectangle. */
    public void box(float x, float y, float width, float boxHeight) {
        begin(x, y, width, boxHeight);
        operators.append("0.5 w ");
        rectangle(x, y, width, boxHeight);
        operators.append("re S\n");
    }

    /** A rectangle full of the ink in use. */
    public void fill(float x, float y, float width, float fillHeight) {
        begin(x, y, width, fillHeight);
        rectangle(x, y, width, fillHeight);
        operators.append("re f\n");
    }

    public void image(Picture picture, float x, float y, float width, float imageHeight) {
        begin(x, y, width, imageHeight);
        operators.append("q ");
        number(width);
        operators.append("0 0 ");
        number(imageHeight);
        number(x);
        number(height - y - imageHeight);
        operators.append("cm /").append(resources.nameOf(picture)).append(" Do Q\n");
    }

    public void ink(Ink next) {
        if (next != ink) {
            operators.append(next.operators).append('\n');
            ink = next;
        }
    }

    /** All that was drawn; nothing can be drawn after it. */
    String operators() {
        end();
        return operators.toString();
    }

    /** Sees to it that what comes next is marked as what it is, and notes where it stands. */
    private void begin(float x, float y, float width, float markHeight) {
        if (!open || tag != openTag) {
            end();
            if (tag == null) {
                operators.append("/Artifact BMC\n");
            } else {
                int id = structure.mark(tag, page);
                operators.append('/').append(tag.type().pdfName());
                operators.append("<</MCID ").append(id).append(">>BDC\n");
            }
            open = true;
            openTag = tag;
        }
        if (tag != null) {
            structure.cover(tag, x, height - y - markHeight, x + width, height - y);
        }
    }

    private void end() {
        if (open) {
            operators.append("EMC\n");
            open = false;
        }
    }

    private void rectangle(float x, float y, float width, float rectangleHeight) {
        number(x);
        number(height - y - rectangleHeight);
        number(width);
        number(rectangleHeight);
    }

    private void stroke(float fromX, float fromY, float toX, float toY) {
        number(fromX);
        number(height - fromY);
        operators.append("m ");
        number(toX);
        number(height - toY);
        operators.append("l S ");
    }

    private void hex(int cid) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            operators.append(Character.toUpperCase(Character.forDigit(cid >> shift & 0xF, 16)));
        }
    }

    private void number(float value) {
        PdfOutput.number(operators, value);
        operators.append(' ');
    }
}
