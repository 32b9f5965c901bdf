package org.sucharit.screen;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * One of the things to choose from in a form.
 *
 * @param value what the form sends
 * @param explanation what the choice means, shown under its label; null for none
 */
public record Choice(String value, String label, @Nullable String explanation) {

    public static Choice of(Object value, String label) {
        return new Choice(value.toString(), label, null);
    }

    /** Whether this is the chosen one; {@code chosen} may be an enum, a number, text or null. */
    public boolean is(@Nullable Object chosen) {
        return chosen != null && value.equals(chosen.toString());
    }

    public boolean in(@Nullable Collection<?> chosen) {
        return chosen != null && chosen.stream().anyMatch(this::is);
    }
}
