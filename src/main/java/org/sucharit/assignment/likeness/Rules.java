package org.sucharit.assignment.likeness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/** A table of how spellings are folded into one, each line a pattern, {@code =>} and what takes its place. */
record Rules(List<Rule> rules) {

    record Rule(Pattern written, String heard) {

        static Rule of(String line) {
            int arrow = line.lastIndexOf("=>");
            return new Rule(
                    Pattern.compile(line.substring(0, arrow).strip()),
                    line.substring(arrow + 2).strip());
        }
    }

    static Rules of(List<String> lines) {
        return new Rules(lines.stream().map(Rule::of).toList());
    }

    String apply(String letters) {
        String heard = letters;
        for (Rule rule : rules) {
            heard = rule.written().matcher(heard).replaceAll(rule.heard());
        }
        return heard;
    }

    /** The lines of a table that say something. */
    static List<String> lines(String table) {
        InputStream stream = Objects.requireNonNull(Rules.class.getResourceAsStream("/assignment/" + table), table);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
