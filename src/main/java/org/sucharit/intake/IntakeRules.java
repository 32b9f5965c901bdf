package org.sucharit.intake;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.mail.OutgoingMail;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Channels;

/** What a complaint must be to be registered. Nothing refuses an anonymous one for being anonymous. */
@Component
class IntakeRules {

    static final int LONGEST_SUBJECT = 300;
    static final int LONGEST_DETAILS = 20_000;
    static final int LONGEST_LINE = 300;
    static final int MOST_UPLOADS = 10;
    static final int MOST_ACCUSED = 20;

    /** In years; what lies further back is a slip of the pen, mostly in the year. */
    private static final int OLDEST_RECEIPT = 10;

    /** Where the reporter is there to be given the receipt. */
    private static final Set<ChannelKind> RECEIPT_REACHES = EnumSet.of(
            ChannelKind.WEB,
            ChannelKind.COUNTER,
            ChannelKind.TELEPHONE,
            ChannelKind.HOTLINE,
            ChannelKind.DIRECT_LINE,
            ChannelKind.FACEBOOK);

    private final Channels channels;
    private final BoxOpenings openings;
    private final Time time;

    IntakeRules(Channels channels, BoxOpenings openings, Time time) {
        this.channels = channels;
        this.openings = openings;
        this.time = time;
    }

    boolean receiptReaches(RegisterComplaint command) {
        return RECEIPT_REACHES.contains(command.channel()) || fromSystem(command);
    }

    /** From another agency's system, which a key let in and which hands the receipt on. */
    private static boolean fromSystem(RegisterComplaint command) {
        return command.channel() == ChannelKind.OTHER && command.enteredBy() == null;
    }

    void check(RegisterComplaint command) {
        List<Problem.Field> wrong = new ArrayList<>();
        if (!fromSystem(command) && !channels.isEnabled(command.channel())) {
            wrong.add(Problem.Field.of("channel", "channel.off"));
        }
        text(wrong, "subject", command.subject(), LONGEST_SUBJECT, true);
        text(wrong, "details", command.details(), LONGEST_DETAILS, true);
        text(wrong, "place", command.place(), LONGEST_LINE, false);
        dates(wrong, command);
        particulars(wrong, command);
        identity(wrong, command.reporter());
        accused(wrong, command.accused());
        uploads(wrong, command.uploads());
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    private void dates(List<Problem.Field> wrong, RegisterComplaint command) {
        LocalDate today = time.today();
        if (command.receivedOn().isAfter(today)) {
            wrong.add(Problem.Field.of("receivedOn", "date.future", today));
        }
        LocalDate earliest = today.minusYears(OLDEST_RECEIPT);
        if (command.receivedOn().isBefore(earliest)) {
            wrong.add(Problem.Field.of("receivedOn", "date.longAgo", earliest));
        }
        if (command.occurredOn() != null && command.occurredOn().isAfter(today)) {
            wrong.add(Problem.Field.of("occurredOn", "date.future", today));
        }
    }

    private void particulars(List<Problem.Field> wrong, RegisterComplaint command) {
        for (Particular particular : Particular.of(command.channel())) {
            String field = "particulars." + particular.name();
            String value = command.particulars().get(particular);
            if (value != null && !value.isBlank()) {
                form(wrong, field, particular.form(), value);
            } else if (particular.required()) {
                boolean confirmation = particular.form() == Particular.Form.CONFIRMATION;
                wrong.add(Problem.Field.of(field, confirmation ? "confirm" : "required"));
            }
        }
        String opening = command.particulars().get(Particular.OPENING);
        if (opening != null) {
            openings.openedOn(opening)
                    .ifPresentOrElse(
                            day -> notAfter(wrong, day, command.receivedOn()),
                            () -> wrong.add(Problem.Field.of("opening", "notAllowed")));
        }
    }

    /** What lay in the box was received when it was opened, whenever it is logged: the clock runs from that day. */
    private static void notAfter(List<Problem.Field> wrong, LocalDate openedOn, LocalDate receivedOn) {
        if (receivedOn.isAfter(openedOn)) {
            wrong.add(Problem.Field.of("receivedOn", "box.receivedLater", openedOn));
        }
    }

    private void form(List<Problem.Field> wrong, String field, Particular.Form form, String value) {
        try {
            switch (form) {
                case DATE -> {
                    if (LocalDate.parse(value).isAfter(time.today())) {
                        wrong.add(Problem.Field.of(field, "date.future", time.today()));
                    }
                }
                case TIME -> LocalTime.parse(value);
                case TEXT -> text(wrong, field, value, LONGEST_LINE, false);
                case CONFIRMATION, CODES -> {}
                case READ_BACK -> {
                    if (Stream.of(ReadBack.values()).map(Enum::name).noneMatch(value::equals)) {
                        wrong.add(Problem.Field.of(field, "required"));
                    }
                }
            }
        } catch (DateTimeParseException e) {
            wrong.add(Problem.Field.of(field, form == Particular.Form.DATE ? "date.wrong" : "time.wrong"));
        }
    }

    private static void identity(List<Problem.Field> wrong, Reporter reporter) {
        Reporter.Identity identity = switch (reporter) {
            case Reporter.Named named -> named.identity();
            case Reporter.Confidential confidential -> confidential.identity();
            case Reporter.Anonymous anonymous -> null;
        };
        if (identity == null) {
            return;
        }
        if (reporter instanceof Reporter.Named) {
            text(wrong, "reporter.name", identity.name(), LONGEST_LINE, true);
        } else {
            text(wrong, "reporter.name", identity.name(), LONGEST_LINE, false);
        }
        text(wrong, "reporter.address", identity.address(), LONGEST_LINE * 2, false);
        text(wrong, "reporter.phone", identity.phone(), 60, false);
        text(wrong, "reporter.email", identity.email(), 254, false);
        if (identity.email() != null && !OutgoingMail.isAddress(identity.email())) {
            wrong.add(Problem.Field.of("reporter.email", "email.wrong"));
        }
    }

    private static void accused(List<Problem.Field> wrong, List<Content.Accused> accused) {
        if (accused.size() > MOST_ACCUSED) {
            wrong.add(Problem.Field.of("accused", "tooMany", MOST_ACCUSED));
        }
        for (int n = 0; n < accused.size(); n++) {
            Content.Accused one = accused.get(n);
            text(wrong, "accused[" + n + "].name", one.name(), LONGEST_LINE, false);
            text(wrong, "accused[" + n + "].position", one.position(), LONGEST_LINE, false);
            text(wrong, "accused[" + n + "].unit", one.unit(), LONGEST_LINE, false);
        }
    }

    static void uploads(List<Problem.Field> wrong, List<Upload> uploads) {
        if (uploads.size() > MOST_UPLOADS) {
            wrong.add(Problem.Field.of("files", "tooMany", MOST_UPLOADS));
        }
        if (uploads.stream().anyMatch(upload -> upload.size() > Upload.LARGEST)) {
            wrong.add(Problem.Field.of("files", "file.tooLarge", Upload.LARGEST / (1024 * 1024)));
        }
    }

    static void text(List<Problem.Field> wrong, String field, @Nullable String value, int longest, boolean required) {
        if (value == null || value.isBlank()) {
            if (required) {
                wrong.add(Problem.Field.of(field, "required"));
            }
        } else if (value.length() > longest) {
            wrong.add(Problem.Field.of(field, "tooLong", longest));
        } else if (!Words.clean(value)) {
            wrong.add(Problem.Field.of(field, "characters"));
        }
    }

    /** Those that tell who reported, or those that do not, by name. */
    static Map<String, String> named(Map<Particular, String> particulars, boolean tellingReporter) {
        Map<String, String> named = new LinkedHashMap<>();
        particulars.forEach((particular, value) -> {
            if (!value.isBlank() && particular.tellsReporter() == tellingReporter) {
                named.put(particular.name(), value);
            }
        });
        return named;
    }
}
