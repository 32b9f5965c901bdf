package org.sucharit.document;

import java.util.List;

/**
 * A part of a memo under its own heading.
 *
 * @param title empty for text that stands without one
 * @param paragraphs blank ones are left out, and each line of one is one of its own; none under a title prints "ไม่มี", for a heading is never left out
 */
public record Section(String title, List<String> paragraphs) {

    public Section {
        paragraphs = paragraphs(paragraphs);
    }

    /** Text as typed, made into paragraphs: one for each line that is not blank. */
    static List<String> paragraphs(List<String> typed) {
        return typed.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
