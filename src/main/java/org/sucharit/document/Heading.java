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
 * @param electronic whether the file is signed electronically
 */
public record Heading(
        Stationery stationery,
        String unit,
        String number,
        LocalDate date,
        Marking marking,
        @Nullable Replaces replaces,
        boolean draft,
        boolean electronic) {

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
        return new Heading(stationery, unit, number, date, marking, null, false, false);
    }

    /** The same paper to be looked at before it is issued, with no number of its own. */
    public Heading asDraft() {
        return new Heading(stationery, unit, "", date, marking, replaces, true, false);
    }

    public Heading replacing(Replaces earlier) {
        return new Heading(stationery, unit, number, date, marking, earlier, draft, electronic);
    }

    /** The head of a paper that is signed electronically when it is finished, and says so. */
    public Heading signedElectronically() {
        return new Heading(stationery, unit, number, date, marking, replaces, draft, true);
    }

    Digits digits() {
        return stationery.digits();
    }
}
