package org.sucharit.document;

import java.util.List;

/** A finished paper. */
public final class Rendered {

    private final byte[] pdf;
    private final int pages;
    private final List<String> missing;

    Rendered(byte[] pdf, int pages, List<String> missing) {
        this.pdf = pdf;
        this.pages = pages;
        this.missing = List.copyOf(missing);
    }

    /** The PDF file; not to be changed by the caller. */
    public byte[] pdf() {
        return pdf;
    }

    public int pages() {
        return pages;
    }

    /**
     * Characters that the font lacks and marks without a consonant to stand on, each once: a box stands in their place,
     * yet they still extract from the file.
     */
    public List<String> missing() {
        return missing;
    }
}
