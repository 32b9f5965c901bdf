package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaginationTests {

    private static final Row FREE = row(true);
    private static final Row BOUND = row(false);

    @Test
    void fillsTheOnlyPageWithoutRoomForACatchword() {
        assertThat(sizes(Collections.nCopies(10, FREE))).containsExactly(10);
    }

    @Test
    void leavesRoomForTheCatchwordWhereAnotherPageFollows() {
        assertThat(sizes(Collections.nCopies(11, FREE))).containsExactly(9, 2);
    }

    @Test
    void takesRowsThatBelongTogetherToTheNextPageTogether() {
        List<Row> rows = new ArrayList<>(Collections.nCopies(8, FREE));
        rows.addAll(Collections.nCopies(4, BOUND));
        assertThat(sizes(rows)).containsExactly(7, 5);
    }

    @Test
    void partsRowsThatNoPageCouldHold() {
        List<Row> rows = new ArrayList<>(Collections.nCopies(25, BOUND));
        assertThat(sizes(rows)).containsExactly(9, 9, 7);
    }

    @Test
    void beginsNoPageWithEmptySpace() {
        List<Row> rows = new ArrayList<>(Collections.nCopies(9, FREE));
        rows.add(Row.space(10));
        rows.addAll(Collections.nCopies(3, FREE));
        assertThat(sizes(rows)).containsExactly(9, 3);
    }

    @Test
    void makesOnePageOfNothing() {
        assertThat(sizes(List.of())).containsExactly(0);
    }

    private static List<Integer> sizes(List<Row> rows) {
        List<List<Row>> pages = Pagination.pages(rows, 100, 100, 10);
        return IntStream.range(0, pages.size())
                .mapToObj(i -> (int)
                        pages.get(i).stream().filter(row -> !row.isSpace()).count())
                .toList();
    }

    private static Row row(boolean mayBegin) {
        return new Row(10, List.of((canvas, top) -> {}), mayBegin, "");
    }
}
