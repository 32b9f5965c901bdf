package org.sucharit.screen;

import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What somebody wrote in a form, by the names of its fields, which are those that problems name. Kept as it was
 * written, so that a form shown again shows it unchanged.
 */
public record Typed(MultiValueMap<String, String> fields) {

    /** An empty form. */
    public static Typed nothing() {
        return new Typed(new LinkedMultiValueMap<>());
    }

    /** This form with one field filled in, in place of what stood there. */
    public Typed with(String field, Object value) {
        MultiValueMap<String, String> filled = new LinkedMultiValueMap<>(fields);
        filled.set(field, value.toString());
        return new Typed(filled);
    }

    /** This form with a day filled in. */
    public Typed with(String field, ThaiDateField day) {
        return day.isEmpty()
                ? this
                : with(field + ".day", String.valueOf(day.day()))
                        .with(field + ".month", String.valueOf(day.month()))
                        .with(field + ".year", String.valueOf(day.year()));
    }

    /** As written; empty where nothing was. */
    public String text(String field) {
        String value = fields.getFirst(field);
        return value == null ? "" : value;
    }

    /** Without the blanks around it; nothing where that leaves nothing. */
    public @Nullable String given(String field) {
        String value = text(field).strip();
        return value.isEmpty() ? null : value;
    }

    /** Everything that was sent under one name, such as the boxes that were ticked. */
    public List<String> all(String field) {
        return fields.getOrDefault(field, List.of());
    }

    public boolean checked(String field) {
        return "true".equals(text(field));
    }

    public ThaiDateField date(String field) {
        return new ThaiDateField(
                fields.getFirst(field + ".day"), fields.getFirst(field + ".month"), fields.getFirst(field + ".year"));
    }

    /** A whole number in Thai or Arabic digits; nothing where something else was written. */
    public OptionalInt whole(String field) {
        try {
            return OptionalInt.of(Integer.parseInt(text(field).strip()));
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }
}
