package org.sucharit.statistics;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A table as comma-separated values (RFC 4180), with the byte order mark by which spreadsheets know UTF-8. Text that a
 * spreadsheet would run as a formula gets an apostrophe before it (OWASP, CSV injection).
 */
final class Csv {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String STARTS_A_FORMULA = "=+-@\t\r\n";
    private static final String ASKS_FOR_QUOTES = "\",\r\n";

    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    Csv row(Object... cells) {
        text.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String cell(Object value) {
        String text = value instanceof Number ? value.toString() : defused(value.toString());
        boolean quoted = text.chars().anyMatch(c -> ASKS_FOR_QUOTES.indexOf(c) >= 0);
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String defused(String text) {
        return !text.isEmpty() && STARTS_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
