package org.sucharit.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What differs from paper to paper, by name: what the places of a template are filled with. Filled once, then read. */
public final class Fields {

    /** What stands under one name. */
    sealed interface Value {

        /** Words on one line. */
        record Words(String text) implements Value {}

        record Day(LocalDate date) implements Value {}

        record Count(long number) implements Value {}

        record Money(BigDecimal baht) implements Value {}

        record Flag(boolean set) implements Value {}

        /** Words on a line each. */
        record Lines(List<String> lines) implements Value {}

        record Rows(List<Fields> rows) implements Value {}
    }

    private final Map<String, Value> values = new LinkedHashMap<>();

    /** Words on one line; line ends become spaces. */
    public Fields text(String name, String words) {
        return put(
                name,
                new Value.Words(words.lines()
                        .map(String::strip)
                        .collect(Collectors.joining(" "))
                        .strip()));
    }

    public Fields date(String name, LocalDate day) {
        return put(name, new Value.Day(day));
    }

    public Fields number(String name, long number) {
        return put(name, new Value.Count(number));
    }

    /** An amount of baht, written with thousands parted and two decimals. */
    public Fields money(String name, BigDecimal baht) {
        return put(name, new Value.Money(baht));
    }

    public Fields flag(String name, boolean set) {
        return put(name, new Value.Flag(set));
    }

    /** Text as somebody typed it: a paragraph for each line that is not blank. */
    public Fields lines(String name, String typed) {
        return list(name, List.of(typed));
    }

    /** Several texts as typed, one after the other. */
    public Fields list(String name, List<String> typed) {
        return put(
                name,
                new Value.Lines(typed.stream()
                        .flatMap(String::lines)
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()));
    }

    public Fields rows(String name, List<Fields> rows) {
        return put(name, new Value.Rows(List.copyOf(rows)));
    }

    /** @throws IllegalArgumentException when the name is taken */
    private Fields put(String name, Value value) {
        if (values.putIfAbsent(name, value) != null) {
            throw new IllegalArgumentException("Two values for " + name);
        }
        return this;
    }

    Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    Map<String, Value> values() {
        return Collections.unmodifiableMap(values);
    }
}
