package org.sucharit.papers;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;

/**
 * Whoever complained, where a letter or a mail reaches them. Where to stands in the case and is not repeated on the
 * letter.
 *
 * @param name as given; may be empty
 */
record Addressee(String name) {

    /** What intake keeps of a letter that came by post. */
    private static final String SENDER_ADDRESS = "SENDER_ADDRESS";

    static Optional<Addressee> of(OpenCase open) {
        Optional<Reporter.Identity> identity =
                open.last(Content.Identity.class).map(filed -> filed.content().identity());
        boolean reached = Stream.of(
                        identity.map(Reporter.Identity::address).orElse(null),
                        identity.map(Reporter.Identity::email).orElse(null),
                        open.report().particulars().get(SENDER_ADDRESS))
                .anyMatch(Addressee::given);
        return reached
                ? Optional.of(new Addressee(Objects.requireNonNullElse(
                        identity.map(Reporter.Identity::name).orElse(null), "")))
                : Optional.empty();
    }

    private static boolean given(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
