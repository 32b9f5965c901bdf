package org.sucharit.worklist;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.sucharit.intake.Particular;
import org.sucharit.intake.ReadBack;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Holder;
import org.sucharit.screen.Thai;
import org.sucharit.screen.Typed;

/**
 * What the clerk reads to a caller, put together from the form. A confirmation counts for the words that were read: the
 * form carries the digest of what was shown, and words that differ from it must be read again.
 */
@Component
class DeskReadBack {

    /** The field of the form that says what was shown. */
    static final String SHOWN = "readBackOf";

    private static final String ANSWER = "particulars." + Particular.READ_BACK;
    private static final List<String> FIELDS = List.of(
            "receivedOn.day",
            "receivedOn.month",
            "receivedOn.year",
            "particulars." + Particular.CALL_TIME,
            "subject",
            "details",
            "occurredOn.day",
            "occurredOn.month",
            "occurredOn.year",
            "place",
            "reporter.mode",
            "reporter.name",
            "reporter.address",
            "reporter.phone");

    private final Thai thai;
    private final MessageSource messages;

    DeskReadBack(Thai thai, MessageSource messages) {
        this.thai = thai;
        this.messages = messages;
    }

    static boolean isFor(ChannelKind channel) {
        return Particular.of(channel).contains(Particular.READ_BACK);
    }

    /** The form, with what is read now noted in it. */
    static Typed read(Typed typed) {
        return typed.with(SHOWN, digest(typed));
    }

    /** Whether the form says what was read last. */
    static boolean isRead(Typed typed) {
        return digest(typed).equals(typed.text(SHOWN));
    }

    /** Adds to what is wrong where the caller confirmed other words than those in the form. */
    static void check(ChannelKind channel, Typed typed, List<Problem.Field> wrong) {
        if (isFor(channel) && typed.text(ANSWER).equals(ReadBack.CONFIRMED.name()) && !isRead(typed)) {
            wrong.add(Problem.Field.of(ANSWER, "readBack.changed"));
        }
    }

    /** Sentence by sentence, in the order in which they are read. */
    List<String> sentences(Typed typed, List<Holder> officers, Locale locale) {
        List<String> said = new ArrayList<>();
        LocalDate received = typed.date("receivedOn").date();
        say(said, locale, "called", received == null ? null : thai.fullDate(received), time(typed));
        say(said, locale, "subject", typed.given("subject"));
        say(said, locale, "details", typed.given("details"));
        LocalDate occurred = typed.date("occurredOn").date();
        say(said, locale, "occurredOn", occurred == null ? null : thai.fullDate(occurred));
        say(said, locale, "place", typed.given("place"));
        IntStream.range(0, DeskEntry.rows(typed))
                .mapToObj(row -> accused(typed, officers, "accused[" + row + "]."))
                .filter(one -> !one.isEmpty())
                .forEach(one -> say(said, locale, "accused", one));
        String mode = typed.given("reporter.mode");
        say(said, locale, "mode", mode == null ? null : text("reporter.mode." + mode, locale));
        say(said, locale, "name", typed.given("reporter.name"));
        say(said, locale, "address", typed.given("reporter.address"));
        say(said, locale, "phone", typed.given("reporter.phone"));
        said.add(text("readBack.say.right", locale));
        return said;
    }

    private static @Nullable String time(Typed typed) {
        return typed.given("particulars." + Particular.CALL_TIME);
    }

    private static String accused(Typed typed, List<Holder> officers, String row) {
        Stream<@Nullable String> chosen = officers.stream()
                .filter(holder -> holder.person().id().toString().equals(typed.text(row + "personId")))
                .flatMap(holder ->
                        Stream.of(holder.person().nameTh(), holder.post().titleTh()));
        return Stream.concat(
                        chosen,
                        Stream.of(typed.given(row + "name"), typed.given(row + "position"), typed.given(row + "unit")))
                .filter(Objects::nonNull)
                .distinct()
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private void say(List<String> said, Locale locale, String what, @Nullable String... words) {
        if (Stream.of(words).allMatch(Objects::nonNull)) {
            said.add(messages.getMessage("readBack.say." + what, words, locale));
        }
    }

    private static String digest(Typed typed) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.concat(
                            FIELDS.stream(),
                            typed.fields().keySet().stream()
                                    .filter(field -> field.startsWith("accused["))
                                    .filter(field -> typed.given(field) != null)
                                    .sorted())
                    .map(field -> field + "=" + typed.text(field).strip().replace("\r", "") + "\0")
                    .forEach(field -> digest.update(field.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
