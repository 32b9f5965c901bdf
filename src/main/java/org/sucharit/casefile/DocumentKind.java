package org.sucharit.casefile;

/** The official papers that a case gives rise to. */
public enum DocumentKind {
    RECEIPT_SLIP,
    ACKNOWLEDGEMENT_LETTER,
    FORWARDING_MEMO,
    APPOINTMENT_ORDER,
    FINDINGS_MEMO,
    EXTENSION_MEMO,
    REMINDER_MEMO,
    OVERDUE_MEMO,
    REFERRAL_LETTER,
    OUTCOME_LETTER
}
