package org.sucharit.papers;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Revealed;

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
        Revealed reporter = open.forLetter();
        Optional<Reporter.Identity> identity = reporter.all(Content.Identity.class).stream()
                .map(Content.Identity::identity)
                .reduce((before, last) -> last);
        String sender = reporter.all(Content.Origin.class).stream()
                .map(origin -> origin.particulars().get(SENDER_ADDRESS))
                .filter(Addressee::given)
                .findFirst()
                .orElseGet(() -> open.report().particulars().get(SENDER_ADDRESS)); // from before there were envelopes
        boolean reached = Stream.of(
                        identity.map(Reporter.Identity::address).orElse(null),
                        identity.map(Reporter.Identity::email).orElse(null),
                        sender)
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
