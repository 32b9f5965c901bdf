package org.sucharit.organisation;

/** What becomes of a term whose last day is a holiday. */
public enum DueDayRule {
    /** It counts all the same: the rule for an official's own term (พ.ร.บ.วิธีปฏิบัติราชการทางปกครอง 2539 ม.64 วรรคสอง). */
    OFFICIAL_DAY_COUNTS,
    /** The term ends on the next working day: the citizen's rule (ป.พ.พ. 193/8). */
    ROLLS_FORWARD
}
