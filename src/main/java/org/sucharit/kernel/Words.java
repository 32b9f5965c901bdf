package org.sucharit.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks what a person wrote in the fields of a form, and says of all of them at once what is wrong. */
public final class Words {

    /** The longest text that one field of an officer's form takes. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int LONGEST_LINE = 300;

    /** Control characters, marks that turn the direction of the text around them, and halves of characters. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\r\\n\\t]]");

    private final List<Problem.Field> wrong = new ArrayList<>();

    public static Words check() {
        return new Words();
    }

    /** A text that must be there. */
    public Words text(String field, @Nullable String value) {
        return words(field, value, LONGEST_TEXT, true);
    }

    public Words optionalText(String field, @Nullable String value) {
        return words(field, value, LONGEST_TEXT, false);
    }

    /** A single line that must be there. */
    public Words line(String field, @Nullable String value) {
        return words(field, value, LONGEST_LINE, true);
    }

    public Words that(boolean holds, String field, String code, Object... arguments) {
        if (!holds) {
            wrong.add(Problem.Field.of(field, code, arguments));
        }
        return this;
    }

    private Words words(String field, @Nullable String value, int longest, boolean required) {
        if (value == null || value.isBlank()) {
            return that(!required, field, "required");
        }
        return that(value.length() <= longest, field, "tooLong", longest).that(clean(value), field, "characters");
    }

    /** Whether a text holds nothing that a reader cannot see or that makes it read as something else. */
    public static boolean clean(String text) {
        return !UNSEEN.matcher(text).find();
    }

    /** @throws Problem invalid, where anything was wrong */
    public void orThrow() {
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }
}
