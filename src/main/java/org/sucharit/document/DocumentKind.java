package org.sucharit.document;

import java.util.Locale;

/** The official papers that the work gives rise to, each with the form that correspondence rules give it. */
public enum DocumentKind {
    RECEIPT_SLIP(Form.SLIP),
    ACKNOWLEDGEMENT_LETTER(Form.LETTER),
    FORWARDING_MEMO(Form.MEMO),
    APPOINTMENT_ORDER(Form.ORDER),
    FINDINGS_MEMO(Form.MEMO),
    EXTENSION_MEMO(Form.MEMO),
    REMINDER_MEMO(Form.MEMO),
    OVERDUE_MEMO(Form.MEMO),
    REFERRAL_LETTER(Form.LETTER),
    OUTCOME_LETTER(Form.LETTER),
    PERIOD_MEMO(Form.MEMO),
    COVER_LIST(Form.LIST);

    private final Form form;

    DocumentKind(Form form) {
        this.form = form;
    }

    public Form form() {
        return form;
    }

    /** Whether it is written to whoever reported, and so tells who that is. */
    public boolean namesReporter() {
        return this == ACKNOWLEDGEMENT_LETTER || this == OUTCOME_LETTER;
    }

    /** The kind's name in files and addresses, as "findings-memo". */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
