package org.sucharit.worklist;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.screen.Typed;

/** Lets each form of the desk make one case, or one record, however often it is sent: by a second click, or by going back. */
@Component
class DeskOnce {

    /** The hidden field that names a form. */
    static final String FIELD = "once";

    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient jdbc;
    private final Time time;

    DeskOnce(JdbcClient jdbc, Time time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** The name of the form; a new one where it has none, as from a program that sends it without having opened it. */
    static UUID of(Typed typed, String field) {
        return Optional.ofNullable(typed.given(field)).flatMap(DeskOnce::parse).orElseGet(UUID::randomUUID);
    }

    private static Optional<UUID> parse(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * In the transaction of the registration; the primary key lets one of two through.
     *
     * @throws Problem conflict, where the form was sent before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(UUID form) {
        use(form, "entry.twice");
    }

    /**
     * Does what a form asks for, and marks it as sent: both, or neither.
     *
     * @param twice what is said where the form was sent before
     * @throws Problem conflict, where it was
     */
    @Transactional
    public <T> T once(UUID form, String twice, Supplier<T> act) {
        use(form, twice);
        return act.get();
    }

    private void use(UUID form, String twice) {
        OffsetDateTime now = OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
        jdbc.sql("delete from desk_form where sent_at < ?")
                .param(now.minus(KEPT))
                .update();
        try {
            jdbc.sql("insert into desk_form (organisation_id, id, sent_at) values (?, ?, ?)")
                    .params(CurrentOrganisation.get().value(), form, now)
                    .update();
        } catch (DuplicateKeyException sentBefore) {
            throw Problem.conflict(twice);
        }
    }
}
