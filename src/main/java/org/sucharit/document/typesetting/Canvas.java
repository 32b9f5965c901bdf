package org.sucharit.document.typesetting;

import java.util.List;

/** One page's marks, as PDF operators. Points, measured from the top left corner of the page. */
public final class Canvas {

    /** What a mark is coloured with. */
    public enum Ink {
        BLACK("0 g 0 G"),
        GREY("0.45 g 0.45 G"),
        RED("0.8 0 0 rg 0.8 0 0 RG");

        private final String operators;

        Ink(String operators) {
            this.operators = operators;
        }
    }

    private static final float DOT_PITCH = 2.6f;
    private static final float DOT_SIZE = 0.75f;

    private final float height;
    private final FontsInUse fonts;
    private final StringBuilder operators = new StringBuilder(8_192);
    private Ink ink = Ink.BLACK;
    private float charSpacing;

    Canvas(float height, FontsInUse fonts) {
        this.height = height;
        this.fonts = fonts;
    }

    /** @param baseline from the top of the page */
    public void text(TextLine line, float x, float baseline) {
        List<Face.Glyph> glyphs = line.glyphs();
        if (glyphs.isEmpty()) {
            return;
        }
        SubsetFont font = fonts.of(line.style().face());
        operators.append("BT /").append(fonts.nameOf(font)).append(' ');
        number(line.style().size());
        operators.append("Tf ");
        float spacing = line.toClusters() * line.style().size() / 1000;
        if (Math.abs(spacing - charSpacing) > 0.0005f) {
            charSpacing = spacing;
            number(spacing);
            operators.append("Tc ");
        }
        number(x);
        number(height - baseline);
        operators.append("Td [<");
        float due = 0;
        int given = 0;
        for (int i = 0; i < glyphs.size(); i++) {
            hex(font.cid(glyphs.get(i)));
            if (glyphs.get(i).isSpace() && line.toSpaces() > 0) {
                due += line.toSpaces();
                operators.append(">-").append(Math.round(due) - given).append('<');
                given = Math.round(due);
            }
        }
        operators.append(">]TJ ET\n");
    }

    public void centred(TextLine line, float centre, float baseline) {
        text(line, centre - line.width() / 2, baseline);
    }

    /** A row of dots to write on. */
    public void dots(float from, float to, float y) {
        operators.append("q 1 J ");
        number(DOT_SIZE);
        operators.append("w [0 ");
        number(DOT_PITCH);
        operators.append("] 0 d ");
        stroke(from, to, y);
        operators.append("Q\n");
    }

    public void rule(float from, float to, float y) {
        operators.append("0.6 w ");
        stroke(from, to, y);
        operators.append('\n');
    }

    public void box(float x, float y, float width, float boxHeight) {
        operators.append("0.5 w ");
        number(x);
        number(height - y - boxHeight);
        number(width);
        number(boxHeight);
        operators.append("re S\n");
    }

    /** @param name the image's name among the resources of the file */
    void image(String name, float x, float y, float width, float imageHeight) {
        operators.append("q ");
        number(width);
        operators.append("0 0 ");
        number(imageHeight);
        number(x);
        number(height - y - imageHeight);
        operators.append("cm /").append(name).append(" Do Q\n");
    }

    public void ink(Ink next) {
        if (next != ink) {
            operators.append(next.operators).append('\n');
            ink = next;
        }
    }

    String operators() {
        return operators.toString();
    }

    private void stroke(float from, float to, float y) {
        number(from);
        number(height - y);
        operators.append("m ");
        number(to);
        number(height - y);
        operators.append("l S ");
    }

    private void hex(int cid) {
        for (int shift = 12; shift >= 0; shift -= 4) {
            operators.append(Character.toUpperCase(Character.forDigit(cid >> shift & 0xF, 16)));
        }
    }

    /** Three decimals are finer than any printer. */
    private void number(float value) {
        long thousandths = Math.round(value * 1000.0);
        if (thousandths < 0) {
            operators.append('-');
            thousandths = -thousandths;
        }
        operators.append(thousandths / 1000);
        int fraction = (int) (thousandths % 1000);
        if (fraction > 0) {
            operators.append('.').append(fraction / 100);
            if (fraction % 100 > 0) {
                operators.append(fraction / 10 % 10);
                if (fraction % 10 > 0) {
                    operators.append(fraction % 10);
                }
            }
        }
        operators.append(' ');
    }
}
