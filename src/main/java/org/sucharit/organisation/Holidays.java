package org.sucharit.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.OrganisationChanged.Change;

/**
 * The holidays of the organisation in scope: the national table with the organisation's own additions and strikings.
 * Saturdays and Sundays are not its business. Nothing is kept in memory but the national table, so every node of an
 * installation sees a change at once; a question costs one look-up by index.
 */
@Service
@Transactional
public class Holidays {

    private final NationalHolidays national;
    private final LocalHolidayRepository local;
    private final Changes changes;

    Holidays(NationalHolidays national, LocalHolidayRepository local, Changes changes) {
        this.national = national;
        this.local = local;
        this.changes = changes;
    }

    @Transactional(readOnly = true)
    public boolean isHoliday(LocalDate day) {
        return local.findByOnDay(day).map(LocalHoliday::isObserved).orElseGet(() -> national.contains(day));
    }

    /**
     * The holidays of a stretch of days by day, in order; one query for it all.
     *
     * @param from is part of it
     * @param to is part of it
     */
    @Transactional(readOnly = true)
    public SortedMap<LocalDate, Holiday> between(LocalDate from, LocalDate to) {
        SortedMap<LocalDate, Holiday> holidays = new TreeMap<>();
        for (Map.Entry<LocalDate, String> entry : national.between(from, to).entrySet()) {
            holidays.put(entry.getKey(), new Holiday(entry.getKey(), entry.getValue(), false));
        }
        for (LocalHoliday own : local.findByOnDayBetween(from, to)) {
            if (own.isObserved()) {
                holidays.put(own.onDay(), new Holiday(own.onDay(), own.nameTh(), true));
            } else {
                holidays.remove(own.onDay());
            }
        }
        return holidays;
    }

    /** @param year of the Common Era */
    @Transactional(readOnly = true)
    public List<Holiday> ofYear(int year) {
        return List.copyOf(
                between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)).values());
    }

    /**
     * Makes a day a holiday; a struck national one is a holiday again and has its own name.
     *
     * @param nameTh counts only where the national table does not name the day
     * @throws Problem conflict {@code holidayThere} where it is one already; invalid
     */
    public void add(LocalDate day, String nameTh, @Nullable PersonId by) {
        new Checks().required("nameTh", nameTh, 300).done();
        if (isHoliday(day)) {
            throw Problem.conflict("holidayThere", day);
        }
        local.findByOnDay(day).ifPresentOrElse(local::delete, () -> local.save(LocalHoliday.added(day, nameTh)));
        changes.tell(Change.HOLIDAY_ADDED, day, by);
    }

    /** @throws Problem not found where the day is no holiday */
    public void remove(LocalDate day, @Nullable PersonId by) {
        if (!isHoliday(day)) {
            throw Problem.notFound();
        }
        local.findByOnDay(day).ifPresentOrElse(local::delete, () -> local.save(LocalHoliday.struck(day)));
        changes.tell(Change.HOLIDAY_REMOVED, day, by);
    }
}
