package org.sucharit.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.sucharit.kernel.Problem;

/** Gathers everything that is wrong with a command, so that it is said all at once. */
final class Checks {

    private final List<Problem.Field> wrong = new ArrayList<>();

    Checks required(String field, String value, int max) {
        return require(!value.isBlank(), field, "required").optional(field, value, max);
    }

    Checks optional(String field, String value, int max) {
        return require(value.length() <= max, field, "tooLong", max);
    }

    Checks matches(String field, String value, Pattern pattern, String code) {
        return require(pattern.matcher(value).matches(), field, code);
    }

    Checks between(String field, int value, int least, int most) {
        return require(value >= least && value <= most, field, "outOfRange", least, most);
    }

    Checks require(boolean holds, String field, String code, Object... arguments) {
        if (!holds) {
            wrong.add(Problem.Field.of(field, code, arguments));
        }
        return this;
    }

    void done() {
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }
}
