package org.sucharit.screen;

import org.jspecify.annotations.Nullable;

/**
 * Where one is in a paged list. It knows no total, because counting costs more than the page.
 *
 * @param number of the page, from 1
 * @param previous the address of the page before; null on the first
 * @param next the address of the page after; null on the last
 */
public record Pager(
        int number, @Nullable String previous, @Nullable String next) {}
