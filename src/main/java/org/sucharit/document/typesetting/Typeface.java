package org.sucharit.document.typesetting;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The letters of a paper: a regular and a bold face. Safe for use by many threads. */
public final class Typeface {

    /** The largest font file taken: 5 MB, several times what a Thai face needs. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /** Sarabun (SIL Open Font License 1.1), which is bundled. */
    public static final Typeface SARABUN = new Typeface(Face.REGULAR, Face.BOLD);

    private final Face regular;
    private final Face bold;

    private Typeface(Face regular, Face bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /**
     * An organisation's own typeface, from TrueType files of any number of units to the em. Its letters are set as large
     * as those of Sarabun. Takes some tenths of a second: to be kept.
     *
     * @param regular with all Thai letters, marks and digits; what else it lacks comes from Sarabun
     * @param bold likewise; where there is none the bold of Sarabun stands in
     * @throws UnusableFont when one of the files cannot be used
     */
    public static Typeface of(byte[] regular, byte @Nullable [] bold) {
        return new Typeface(OwnFace.read(regular, false), bold == null ? Face.BOLD : OwnFace.read(bold, true));
    }

    /** From the nominal size of TH Sarabun, in which the rules are given, to the size of equally large letters here. */
    public float scale() {
        return regular.scale();
    }

    /**
     * Sets a cluster: from this typeface, or from Sarabun, or from a fallback face, or as a box.
     *
     * @param cluster as {@link ThaiText#clusters} cuts them
     */
    void set(String cluster, boolean inBold, Consumer<Glyph> to) {
        Glyph own = (inBold ? bold : regular).glyph(cluster);
        if (own == null && this != SARABUN) {
            own = (inBold ? Face.BOLD : Face.REGULAR).glyph(cluster);
        }
        if (own == null) {
            setFallback(cluster, inBold, to);
        } else {
            to.accept(own);
        }
    }

    private void setFallback(String cluster, boolean inBold, Consumer<Glyph> to) {
        int first = cluster.codePointAt(0);
        if (Scripts.isShaped(first)) {
            setWord(cluster, 0, cluster.length(), to);
            return;
        }
        boolean single = cluster.length() == Character.charCount(first);
        if (single && Ornaments.has(first)) {
            to.accept(Ornaments.glyph(inBold ? Face.BOLD : Face.REGULAR, first));
            return;
        }
        Glyph glyph = single ? Noto.character(cluster) : Noto.marked(cluster);
        if (glyph != null) {
            to.accept(glyph);
        } else if (single) {
            to.accept(Face.REGULAR.box(cluster));
        } else {
            cluster.codePoints().forEach(c -> set(Character.toString(c), inBold, to));
        }
    }

    /** Sets a part of a word in a shaped script as one glyph where it can be, else as several. */
    static void setWord(String word, int start, int end, Consumer<Glyph> to) {
        Glyph glyph = Noto.word(word, start, end);
        int middle = glyph == null ? Scripts.middle(word, start, end) : end;
        if (glyph != null || middle == end) {
            to.accept(glyph == null ? Face.REGULAR.box(word.substring(start, end)) : glyph);
            return;
        }
        setWord(word, start, middle, to);
        setWord(word, middle, end, to);
    }
}
