package org.sucharit.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.chrono.IsoChronology;
import java.time.chrono.ThaiBuddhistChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DecimalStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.sucharit.kernel.Time;

/**
 * Dates, numbers and days left as the reader writes them, for pages as {@code ${thai.date(day)}} and for code that makes
 * text: in Thai with Thai digits and the Buddhist era, in English with Arabic digits and the common era. The
 * language is the one of the present request, Thai outside a request.
 */
@Component
public class Thai {

    /** The language Thai, digits Arabic unless asked for. */
    public static final Locale THAI = Locale.of("th");

    private static final Locale THAI_DIGITS = Locale.forLanguageTag("th-TH-u-nu-thai");

    private final Time time;
    private final MessageSource messages;

    Thai(Time time, MessageSource messages) {
        this.time = time;
        this.messages = messages;
    }

    /** A day with its month shortened: 20 Nov 2026. */
    public String date(@Nullable LocalDate day) {
        return day == null ? "" : format("d MMM y").format(day);
    }

    /** A day with its month written out: 20 November 2026. */
    public String fullDate(@Nullable LocalDate day) {
        return day == null ? "" : format("d MMMM y").format(day);
    }

    /** A month and its year: November 2026. */
    public String month(@Nullable LocalDate day) {
        return day == null ? "" : format("MMMM y").format(day);
    }

    /** A day and the time of day in Thailand: 20 Nov 2026 10:30. */
    public String moment(@Nullable Instant instant) {
        return instant == null ? "" : format("d MMM y HH:mm").format(instant.atZone(Time.BANGKOK));
    }

    /** A year of the common era as the reader counts it: 2569 in Thai, 2026 in English. */
    public String year(int commonYear) {
        return format("y").format(LocalDate.of(commonYear, 7, 1));
    }

    /** The number with the reader's digits, thousands grouped. */
    public String number(long number) {
        return digits(String.format(Locale.ROOT, "%,d", number));
    }

    /** The text with its Arabic digits made Thai where the reader reads Thai: for register numbers, telephones. */
    public String digits(@Nullable Object text) {
        if (text == null) {
            return "";
        }
        char zero = DecimalStyle.of(isThai() ? THAI_DIGITS : Locale.ENGLISH).getZeroDigit();
        return text.toString()
                .chars()
                .map(c -> c >= '0' && c <= '9' ? c - '0' + zero : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** A telephone number as it is dialled: digits, Arabic whatever was written, and a leading plus. */
    public String dialled(String phone) {
        String digits = phone.codePoints()
                .filter(Character::isDigit)
                .mapToObj(c -> Integer.toString(Character.digit(c, 10)))
                .collect(Collectors.joining());
        return phone.strip().startsWith("+") ? "+" + digits : digits;
    }

    /** Days from today in Thailand until {@code due}; negative when it is past; null when nothing is due. */
    public @Nullable Integer daysUntil(@Nullable LocalDate due) {
        return due == null ? null : Math.toIntExact(ChronoUnit.DAYS.between(time.today(), due));
    }

    /** "12 days left", "due today", "3 days overdue". */
    public String daysLeft(int days) {
        String number = number(Math.abs((long) days));
        return switch (Integer.signum(days)) {
            case -1 -> message(days == -1 ? "piece.days.overdueOne" : "piece.days.overdue", number);
            case 0 -> message("piece.days.today");
            default -> message(days == 1 ? "piece.days.leftOne" : "piece.days.left", number);
        };
    }

    /** A day seen from today: "today", "yesterday", "tomorrow", "3 days ago", "in 3 days"; the date when farther than a week. */
    public String relative(@Nullable LocalDate day) {
        Integer days = daysUntil(day);
        if (days == null) {
            return "";
        }
        return switch (days) {
            case -1 -> message("piece.day.yesterday");
            case 0 -> message("piece.day.today");
            case 1 -> message("piece.day.tomorrow");
            default ->
                Math.abs(days) > 7
                        ? date(day)
                        : message(days < 0 ? "piece.day.ago" : "piece.day.ahead", number(Math.abs(days)));
        };
    }

    /** The months to choose from, by name. */
    public List<Choice> months() {
        return Arrays.stream(Month.values())
                .map(month -> Choice.of(month.getValue(), month.getDisplayName(TextStyle.FULL_STANDALONE, locale())))
                .toList();
    }

    /** The address of the present page in the other language, relative to it. */
    public String otherLanguage() {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("lang", isThai() ? "en" : "th")
                .scheme(null)
                .host(null)
                .port(null)
                .replacePath("")
                .build()
                .toUriString();
    }

    /** The ids of what explains a field, for {@code aria-describedby}; null when nothing does. */
    public @Nullable String describedBy(String field, @Nullable Object hint, @Nullable Object error) {
        String ids = Stream.of(hint == null ? "" : field + "-hint", error == null ? "" : field + "-error")
                .filter(id -> !id.isEmpty())
                .collect(Collectors.joining(" "));
        return ids.isEmpty() ? null : ids;
    }

    private DateTimeFormatter format(String pattern) {
        return isThai()
                ? DateTimeFormatter.ofPattern(pattern, THAI_DIGITS)
                        .withChronology(ThaiBuddhistChronology.INSTANCE)
                        .withDecimalStyle(DecimalStyle.of(THAI_DIGITS))
                : DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withChronology(IsoChronology.INSTANCE);
    }

    private String message(String code, Object... arguments) {
        return messages.getMessage(code, arguments, locale());
    }

    private static boolean isThai() {
        return locale().getLanguage().equals(THAI.getLanguage());
    }

    private static Locale locale() {
        return LanguageConfiguration.spoken(LocaleContextHolder.getLocale());
    }
}
