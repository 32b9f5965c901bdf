package org.sucharit.kernel;

import java.util.List;

/**
 * Something a person asked for that cannot be done, said so that they can mend it. The text stands in the message
 * files under {@code problem.<code>}, with {@link #arguments()} filled in; the web layer answers with a page or with
 * {@code application/problem+json} (RFC 9457).
 */
public class Problem extends RuntimeException {

    /** How the answer is classed; the web layer maps each to its HTTP status. */
    public enum Kind {
        INVALID,
        NOT_FOUND,
        CONFLICT,
        FORBIDDEN,
        TOO_LARGE,
        TOO_MANY
    }

    /** What is wrong with one field; {@code field} is its path in the form or JSON, {@code code} as for the problem. */
    public record Field(String field, String code, List<Object> arguments) {

        public static Field of(String field, String code, Object... arguments) {
            return new Field(field, code, List.of(arguments));
        }
    }

    private final Kind kind;
    private final String code;
    private final transient List<Object> arguments;
    private final transient List<Field> fields;

    private Problem(Kind kind, String code, List<Object> arguments, List<Field> fields) {
        super(code
                + (fields.isEmpty()
                        ? ""
                        : " "
                                + fields.stream()
                                        .map(f -> f.field() + ": " + f.code())
                                        .toList()));
        this.kind = kind;
        this.code = code;
        this.arguments = arguments;
        this.fields = fields;
    }

    /** The same answer for what was never there and for what one may not see. */
    public static Problem notFound() {
        return new Problem(Kind.NOT_FOUND, "notFound", List.of(), List.of());
    }

    public static Problem of(Kind kind, String code, Object... arguments) {
        return new Problem(kind, code, List.of(arguments), List.of());
    }

    public static Problem conflict(String code, Object... arguments) {
        return of(Kind.CONFLICT, code, arguments);
    }

    /** @param fields at least one */
    public static Problem invalid(List<Field> fields) {
        return new Problem(Kind.INVALID, "invalid", List.of(), List.copyOf(fields));
    }

    public static Problem invalid(String field, String code, Object... arguments) {
        return invalid(List.of(Field.of(field, code, arguments)));
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }

    public List<Object> arguments() {
        return arguments;
    }

    public List<Field> fields() {
        return fields;
    }
}
