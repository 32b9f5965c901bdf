package org.sucharit.organisation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The national table that ships with the system: a start, which each organisation corrects for itself. */
@Component
class NationalHolidays {

    private static final String TABLE = "holidays-th.csv";

    private final NavigableMap<LocalDate, String> names = Collections.unmodifiableNavigableMap(read());

    /** Both ends are part of it. */
    NavigableMap<LocalDate, String> between(LocalDate from, LocalDate to) {
        return names.subMap(from, true, to, true);
    }

    boolean contains(LocalDate day) {
        return names.containsKey(day);
    }

    private static NavigableMap<LocalDate, String> read() {
        NavigableMap<LocalDate, String> names = new TreeMap<>();
        InputStream table = Objects.requireNonNull(NationalHolidays.class.getResourceAsStream(TABLE), TABLE);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
            lines.lines().skip(1).forEach(line -> {
                int comma = line.indexOf(',');
                names.put(LocalDate.parse(line.substring(0, comma)), line.substring(comma + 1));
            });
            return names;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
