package org.sucharit.document;

import java.util.List;

/**
 * A part of a memo under its own heading.
 *
 * @param title empty for text that stands without one
 * @param paragraphs none under a title prints "ไม่มี", for a heading is never left out
 */
public record Section(String title, List<String> paragraphs) {

    public Section {
        paragraphs = paragraphs.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
