package org.sucharit.document;

import java.util.List;

/** A template that cannot be used, with the line that is to be mended. */
public final class TemplateFault extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;
    private final String code;
    private final transient List<String> arguments;

    TemplateFault(int line, String code, String... arguments) {
        super("Line " + line + ": " + code + " " + List.of(arguments));
        this.line = line;
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** The end of the message key {@code template.fault.…}; its first place is the line, the others the arguments. */
    public String code() {
        return code;
    }

    public List<String> arguments() {
        return arguments;
    }
}
