package org.sucharit.deadline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.sucharit.organisation.Organisations;

/** The national holidays that the system ships, 2568 to 2571, as tests count with them. */
final class ThaiCalendar {

    static final Set<LocalDate> HOLIDAYS = read();

    static final WorkingCalendar NATIONAL = new WorkingCalendar(HOLIDAYS::contains);

    private ThaiCalendar() {}

    private static Set<LocalDate> read() {
        try (InputStream table = Objects.requireNonNull(Organisations.class.getResourceAsStream("holidays-th.csv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> LocalDate.parse(line.substring(0, line.indexOf(','))))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
