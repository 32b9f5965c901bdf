package org.sucharit.intake;

import java.util.List;
import org.sucharit.organisation.ChannelKind;

/**
 * What a channel carries besides the complaint itself. The names are keys of the sealed report and of the message
 * files ({@code particular.<name>}).
 */
public enum Particular {
    /** The number of the {@link BoxOpenings opening}, where there is a record of it. */
    OPENING(Form.TEXT, false),
    OPENED_ON(Form.DATE, true),
    PRESENT_ONE(Form.TEXT, true),
    PRESENT_TWO(Form.TEXT, true),
    POSTMARK(Form.TEXT, false),
    REGISTERED_NUMBER(Form.TEXT, false),
    SENDER_ADDRESS(Form.TEXT, false),
    CALLER_NUMBER(Form.TEXT, false),
    CALL_TIME(Form.TIME, true),
    READ_BACK(Form.READ_BACK, true),
    SIGNED_RECORD(Form.CONFIRMATION, true),
    LINK(Form.TEXT, true),
    SOURCE(Form.TEXT, true),
    MESSAGE_ID(Form.TEXT, false),
    SENDER(Form.TEXT, false),
    /** On a social platform. */
    ACCOUNT(Form.TEXT, false),
    MAIL_TROUBLE(Form.CODES, false);

    /** How it is asked for. */
    public enum Form {
        TEXT,
        DATE,
        TIME,
        CONFIRMATION,
        /** One of {@link ReadBack}. */
        READ_BACK,
        /** Never asked for: codes with spaces between, each with words of its own in the message files. */
        CODES
    }

    private final Form form;
    private final boolean required;

    Particular(Form form, boolean required) {
        this.form = form;
        this.required = required;
    }

    public Form form() {
        return form;
    }

    public boolean required() {
        return required;
    }

    /** Whether the reporter can be found by it; then it is sealed with who reported. */
    public boolean tellsReporter() {
        return switch (this) {
            case SENDER, ACCOUNT, SENDER_ADDRESS, CALLER_NUMBER, LINK, MESSAGE_ID -> true;
            case OPENING,
                    OPENED_ON,
                    PRESENT_ONE,
                    PRESENT_TWO,
                    POSTMARK,
                    REGISTERED_NUMBER,
                    CALL_TIME,
                    READ_BACK,
                    SIGNED_RECORD,
                    SOURCE,
                    MAIL_TROUBLE -> false;
        };
    }

    /** What the desk asks for a channel, in the order of the form. */
    public static List<Particular> of(ChannelKind channel) {
        return switch (channel) {
            case BOX -> List.of(OPENED_ON, PRESENT_ONE, PRESENT_TWO);
            case POST -> List.of(POSTMARK, REGISTERED_NUMBER, SENDER_ADDRESS);
            case TELEPHONE, HOTLINE, DIRECT_LINE -> List.of(CALLER_NUMBER, CALL_TIME, READ_BACK);
            case COUNTER -> List.of(SIGNED_RECORD);
            case FACEBOOK -> List.of(LINK);
            case OTHER -> List.of(SOURCE);
            case WEB, EMAIL -> List.of();
        };
    }
}
