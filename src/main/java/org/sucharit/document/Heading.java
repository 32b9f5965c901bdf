package org.sucharit.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every paper bears at its head.
 *
 * @param unit the part of the organisation that writes, as "งานการเจ้าหน้าที่ สำนักปลัด"; may be empty
 * @param number the paper's own, as "ยล 73601/123"; empty until the register has given one
 * @param date the day of the paper
 * @param replaces the earlier version that this one stands for; null where it is the first
 * @param draft whether it is only looked at: every page says so, and what could not be printed is listed on it
 */
public record Heading(
        Stationery stationery,
        String unit,
        String number,
        LocalDate date,
        Marking marking,
        @Nullable Replaces replaces,
        boolean draft) {

    /**
     * @param version this one's, from 2
     * @param issuedOn when the version before was issued
     */
    public record Replaces(int version, LocalDate issuedOn) {

        public Replaces {
            if (version < 2) {
                throw new IllegalArgumentException("Version " + version + " replaces none");
            }
        }
    }

    /** The head of a first version. */
    public static Heading of(Stationery stationery, String unit, String number, LocalDate date, Marking marking) {
        return new Heading(stationery, unit, number, date, marking, null, false);
    }

    /** The same paper to be looked at before it is issued, with no number of its own. */
    public Heading asDraft() {
        return new Heading(stationery, unit, "", date, marking, replaces, true);
    }

    public Heading replacing(Replaces earlier) {
        return new Heading(stationery, unit, number, date, marking, earlier, draft);
    }

    Digits digits() {
        return stationery.digits();
    }
}
