package org.sucharit.casefile;

/** The official papers that a case gives rise to. */
public enum DocumentKind {
    FORWARDING_MEMO,
    APPOINTMENT_ORDER,
    FINDINGS_MEMO,
    OVERDUE_MEMO,
    REFERRAL_LETTER
}
