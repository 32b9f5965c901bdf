package org.sucharit.social;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CasePurged;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;
import org.sucharit.register.Rows;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is still to be fetched: a row each, written with the message and gone with the file's arrival, so that neither
 * is without the other whenever the program dies. Where a file lies and what it is called is sealed under a key of the
 * installation.
 */
@Component
class SocialAttachments {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int BATCH = 20;

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** How long one node has what it took in hand: longer than several steps of one file may take. */
    private static final Duration LEASE = PlatformFiles.PATIENCE.multipliedBy(6);

    /** @param folio the leaf of the message; nothing where it is the report itself */
    record Due(
            UUID id,
            OrganisationId organisation,
            CaseId caseId,
            @Nullable UUID folio,
            Platform platform,
            byte[] sealed,
            Instant receivedAt,
            int attempts) {}

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Time time;
    private final AesGcmJce aead;

    SocialAttachments(JdbcClient jdbc, Rows rows, InstallationKey installation, Time time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.time = time;
        try {
            this.aead = new AesGcmJce(installation.derive("social/attachment", 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** All of one message, in the transaction in which it is taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void await(CaseId caseId, @Nullable UUID folio, List<Attached> attached) {
        Instant now = time.now();
        attached.forEach(one -> await(caseId, folio, one, now));
    }

    private void await(CaseId caseId, @Nullable UUID folio, Attached attached, Instant now) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into social_attachment
                            (id, organisation_id, case_id, folio_id, platform, sealed, received_at, attempts,
                             next_attempt_at)
                        values (?, ?, ?, ?, ?, ?, ?, 0, ?)""")
                .param(id)
                .param(CurrentOrganisation.get().value())
                .param(caseId.value())
                .param(folio)
                .param(attached.platform().name())
                .param(seal(id, attached))
                .param(at(now))
                .param(at(now))
                .update();
        rows.changed("social_attachment", id);
    }

    /** Of all organisations, those that wait longest first. */
    List<Due> due() {
        return jdbc.sql("""
                        select id, organisation_id, case_id, folio_id, platform, sealed, received_at, attempts
                        from social_attachment where next_attempt_at <= ? order by next_attempt_at limit ?""")
                .params(at(time.now()), BATCH)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getObject("folio_id", UUID.class),
                        Platform.valueOf(row.getString("platform")),
                        row.getBytes("sealed"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts")))
                .list();
    }

    /** Of two nodes one has it; if that one dies the other has it after the lease. */
    boolean claim(Due due) {
        return jdbc.sql("""
                        update social_attachment set attempts = attempts + 1, next_attempt_at = ?
                        where id = ? and next_attempt_at <= ?""")
                        .params(at(time.now().plus(LEASE)), due.id(), at(time.now()))
                        .update()
                == 1;
    }

    void again(Due due) {
        jdbc.sql("update social_attachment set next_attempt_at = ? where id = ?")
                .params(at(time.now().plus(pause(due.attempts()))), due.id())
                .update();
    }

    /**
     * In the transaction in which the case takes the file, or learns that there will be none.
     *
     * @return whether nobody else did so before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean settle(Due due) {
        boolean first = jdbc.sql("delete from social_attachment where id = ?")
                        .param(due.id())
                        .update()
                == 1;
        if (first) {
            rows.changed("social_attachment", due.id());
        }
        return first;
    }

    /**
     * As {@link #settle}, for this one and whatever else of its message was tried as often and is not in hand.
     *
     * @return how many
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int settleMessage(Due due) {
        List<UUID> others = jdbc.sql("""
                        select id from social_attachment
                        where organisation_id = ? and case_id = ? and received_at = ? and attempts >= ?
                            and next_attempt_at <= ?""")
                .params(
                        due.organisation().value(),
                        due.caseId().value(),
                        at(due.receivedAt()),
                        due.attempts(),
                        at(time.now()))
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
        int settled = settle(due) ? 1 : 0;
        for (UUID other : others) {
            settled += jdbc.sql("delete from social_attachment where id = ? and next_attempt_at <= ?")
                    .params(other, at(time.now()))
                    .update();
            rows.changed("social_attachment", other);
        }
        return settled;
    }

    /** @throws IllegalStateException where the row was changed, or belongs to another installation */
    Attached open(Due due) {
        try {
            return MAPPER.readValue(aead.decrypt(due.sealed(), context(due.id())), Attached.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An attachment's address does not open", e);
        }
    }

    /** Nothing is fetched for a destroyed case. */
    @EventListener
    void on(CasePurged purged) {
        jdbc.sql("select id from social_attachment where organisation_id = ? and case_id = ?")
                .params(CurrentOrganisation.get().value(), purged.caseId().value())
                .query(UUID.class)
                .list()
                .forEach(id -> {
                    jdbc.sql("delete from social_attachment where id = ?")
                            .param(id)
                            .update();
                    rows.changed("social_attachment", id);
                });
    }

    /** Twice as long after every failure. */
    static Duration pause(int attempts) {
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private byte[] seal(UUID id, Attached attached) {
        try {
            return aead.encrypt(MAPPER.writeValueAsBytes(attached), context(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    private static byte[] context(UUID id) {
        return ("social_attachment/" + id).getBytes(StandardCharsets.UTF_8);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
