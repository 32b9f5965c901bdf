package org.sucharit.document;

import java.util.List;

/** One piece of a paper's text, from top to bottom. */
sealed interface Block {

    /** What stands at the head of a paper: its subject, whom it is to, what it refers to, what comes with it. */
    record Head(Place place, List<String> lines) implements Block {
        enum Place {
            SUBJECT,
            TO,
            REFERENCES,
            ENCLOSURES
        }
    }

    /** @param level 1 for a section, 2 for a part of one */
    record Title(int level, String text) implements Block {}

    record Paragraph(String text) implements Block {}

    /** The last sentence, which stays with the signature. */
    record Closing(String text) implements Block {}

    record Centred(String text) implements Block {}

    /** @param cells one for plain text; more are set in columns, as name, post and role */
    record Item(String marker, List<String> cells) implements Block {}

    /** A label and a value over dots to the right edge. */
    record Leader(String label, String value) implements Block {}

    /**
     * @param columns as many as each row has cells
     * @param head printed again at the top of each page that the table runs on to; empty for none
     */
    record Table(List<Column> columns, List<String> head, List<List<String>> rows) implements Block {

        /** @param weight the share of the width, against the sum of all */
        record Column(int weight, Align align) {}

        enum Align {
            LEFT,
            CENTRE,
            RIGHT
        }
    }

    /** A code to be read by a telephone. */
    record Code(String content) implements Block {}

    /** Words large and in a box, to be copied down. */
    record Large(String text) implements Block {}

    record Signature() implements Block {}

    record Opinions() implements Block {}

    record Space() implements Block {}

    record Rule() implements Block {}
}
