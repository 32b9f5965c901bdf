package org.sucharit.document;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One post's block under a memo.
 *
 * @param kind what the block is called
 * @param post whose it is
 * @param given null while awaited: the block is printed empty, to be written on
 */
public record Opinion(Kind kind, String post, @Nullable Given given) {

    public enum Kind {
        OPINION,
        DIRECTIVE
    }

    /**
     * @param verdict in a word or two, as "เห็นชอบ"; may be empty
     * @param text may be empty
     */
    public record Given(String verdict, String text, Signer signer, LocalDate date) {}

    public static Opinion awaited(String post) {
        return new Opinion(Kind.OPINION, post, null);
    }

    public static Opinion awaitedDirective(String post) {
        return new Opinion(Kind.DIRECTIVE, post, null);
    }

    public static Opinion of(String post, String verdict, String text, Signer signer, LocalDate date) {
        return new Opinion(Kind.OPINION, post, new Given(verdict, text, signer, date));
    }

    public static Opinion directive(String post, String verdict, String text, Signer signer, LocalDate date) {
        return new Opinion(Kind.DIRECTIVE, post, new Given(verdict, text, signer, date));
    }
}
