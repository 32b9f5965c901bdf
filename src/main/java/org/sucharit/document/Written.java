package org.sucharit.document;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A value as a template may write it.
 *
 * @param plain where the template names nothing but the field
 * @param forms other ways of writing it, by the name that stands after the field's: {@code dueOn.short}
 */
record Written(String plain, Map<String, String> forms) {

    static final List<String> OF_DAYS = List.of("short", "era");
    static final List<String> OF_NUMBERS = List.of("words");

    /** What the template engine reads: words, written values, flags, lists of words and lists of maps. */
    static Map<String, Object> all(Fields fields, Digits digits) {
        Map<String, Object> all = new HashMap<>();
        fields.values().forEach((name, value) -> all.put(name, of(value, digits)));
        return all;
    }

    private static Object of(Fields.Value value, Digits digits) {
        return switch (value) {
            case Fields.Value.Words words -> words.text();
            case Fields.Value.Day day ->
                new Written(
                        ThaiDates.full(day.date(), digits),
                        Map.of(
                                "short", ThaiDates.abbreviated(day.date(), digits),
                                "era", ThaiDates.withEra(day.date(), digits)));
            case Fields.Value.Count count ->
                new Written(grouped("#,##0", count.number()), Map.of("words", ThaiNumbers.words(count.number())));
            case Fields.Value.Money money ->
                new Written(
                        grouped("#,##0.00", money.baht().setScale(2, RoundingMode.HALF_UP)),
                        Map.of("words", ThaiNumbers.baht(money.baht())));
            case Fields.Value.Flag flag -> flag.set();
            case Fields.Value.Lines lines -> lines.lines();
            case Fields.Value.Rows rows ->
                rows.rows().stream().map(row -> all(row, digits)).toList();
        };
    }

    private static String grouped(String pattern, Object number) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    @Override
    public String toString() {
        return plain;
    }
}
