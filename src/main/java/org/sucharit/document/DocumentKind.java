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
    COVER_LIST(Form.LIST),
    /** What its holder keeps to bring cases back with; see {@link #hasFixedWords()}. */
    RECOVERY_SHEET(Form.SHEET);

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

    /**
     * Whether no organisation puts it in words of its own: what the sheet tells its holder to do with the code on it must
     * not be an administrator's choice.
     */
    public boolean hasFixedWords() {
        return this == RECOVERY_SHEET;
    }

    /** The kind's name in files and addresses, as "findings-memo". */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
