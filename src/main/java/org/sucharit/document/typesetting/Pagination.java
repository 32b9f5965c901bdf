package org.sucharit.document.typesetting;

import java.util.ArrayList;
import java.util.List;

/** Parts rows into pages: a page ends only where the next row may begin one, and leaves room for its catchword. */
final class Pagination {

    private Pagination() {}

    /**
     * @param first room on the first page, in points
     * @param other room on each other page
     * @param foot how much of that room a page gives up where another follows
     */
    static List<List<Row>> pages(List<Row> rows, float first, float other, float foot) {
        List<List<Row>> pages = new ArrayList<>();
        int start = 0;
        while (start < rows.size()) {
            float room = pages.isEmpty() ? first : other;
            List<Row> repeated = pages.isEmpty() ? List.of() : rows.get(start).repeated();
            float left =
                    room - (float) repeated.stream().mapToDouble(Row::height).sum();
            int end = end(rows, start, left, foot);
            List<Row> page = new ArrayList<>(repeated);
            page.addAll(rows.subList(start, end));
            pages.add(page);
            start = end;
            while (start < rows.size() && rows.get(start).isSpace()) {
                start++;
            }
        }
        return pages.isEmpty() ? List.of(List.of()) : pages;
    }

    private static int end(List<Row> rows, int start, float room, float foot) {
        float used = 0;
        float text = 0; // as used, without the space after the last text
        int lastBreak = start;
        int lastFitting = start;
        for (int i = start; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (row.mayBegin() && text <= room - foot) {
                lastBreak = i;
            }
            used += row.height();
            text = row.isSpace() ? text : used;
            if (text > room) {
                // Rows that belong together but are taller than a page are parted where the page is full.
                return lastBreak > start ? lastBreak : Math.max(lastFitting, start + 1);
            }
            if (text <= room - foot) {
                lastFitting = i + 1;
            }
        }
        return rows.size();
    }
}
