package org.sucharit.worklist;

import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.web.util.UriComponentsBuilder;
import org.sucharit.screen.Pager;

/** The pages of a list, as the address counts them: from 1. */
final class DeskPage {

    private static final int SIZE = 20;
    private static final int LAST = 10_000;

    private DeskPage() {}

    static PageRequest of(int number) {
        return PageRequest.of(Math.clamp(number, 1, LAST) - 1, SIZE);
    }

    /** @param here the address of the list, with whatever else it was asked */
    static Pager pager(Slice<?> slice, String here, String parameter) {
        int number = slice.getNumber() + 1;
        return new Pager(
                number,
                slice.hasPrevious() ? at(here, parameter, number - 1) : null,
                slice.hasNext() ? at(here, parameter, number + 1) : null);
    }

    private static String at(String here, String parameter, int number) {
        return UriComponentsBuilder.fromUriString(here)
                .replaceQueryParam(parameter, number)
                .encode()
                .toUriString();
    }
}
