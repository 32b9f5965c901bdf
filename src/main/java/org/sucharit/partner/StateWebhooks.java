package org.sucharit.partner;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.CaseState;
import org.sucharit.kernel.Time;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells partners where their reports stand. What was told last stands beside each report, so there is no queue that
 * could be lost or out of order: whatever differs is told, until the partner's server has taken it. A partner may hear
 * the same twice and not of a state that lasted for less than a look.
 */
@Component
class StateWebhooks {

    private static final Logger log = LoggerFactory.getLogger(StateWebhooks.class);
    private static final int BATCH = 50;
    /** How long one node has what it took in hand. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    /** @param at since when it stands so */
    record StateChanged(String reference, Stage state, Instant at) {}

    private record Due(
            UUID id, UUID keyId, byte[] sealedReference, String webhook, Stage stage, Instant since, int attempts) {}

    private final JdbcClient jdbc;
    private final PartnerReports reports;
    private final PartnerKeys keys;
    private final WebhookSender sender;
    private final JsonMapper json;
    private final Time time;

    StateWebhooks(
            JdbcClient jdbc,
            PartnerReports reports,
            PartnerKeys keys,
            WebhookSender sender,
            JsonMapper json,
            Time time) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.keys = keys;
        this.sender = sender;
        this.json = json;
        this.time = time;
    }

    @Scheduled(fixedDelayString = "${sucharit.partners.interval:10s}")
    void tell() {
        for (Due due : due()) {
            if (claim(due)) {
                tell(due);
            }
        }
    }

    private List<Due> due() {
        return jdbc.sql("""
                        select r.id, r.key_id, r.sealed_reference, k.webhook, c.state, c.state_since, r.attempts
                        from partner_report r
                            join partner_key k on k.id = r.key_id
                            join case_file c on c.id = r.case_id
                        where r.next_attempt_at <= ? and k.webhook is not null and k.revoked_at is null
                            and r.told <> case
                                when c.state in ('SCREENING', 'AWAITING_INFORMATION', 'CONFIRMING_SCREENING')
                                    then 'RECEIVED'
                                when c.state in ('CLOSED', 'PURGED') then 'FINISHED'
                                else 'IN_PROGRESS' end
                        order by r.next_attempt_at
                        limit ?""")
                .params(at(time.now()), BATCH)
                .query((row, n) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getObject("key_id", UUID.class),
                        row.getBytes("sealed_reference"),
                        row.getString("webhook"),
                        Stage.of(CaseState.valueOf(row.getString("state"))),
                        row.getObject("state_since", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts")))
                .list();
    }

    /** Of two nodes one has it; if that one dies the other has it after the lease. */
    private boolean claim(Due due) {
        return jdbc.sql("update partner_report set next_attempt_at = ? where id = ? and next_attempt_at <= ?")
                        .params(at(time.now().plus(LEASE)), due.id(), at(time.now()))
                        .update()
                == 1;
    }

    private void tell(Due due) {
        byte[] body = json.writeValueAsBytes(
                new StateChanged(reports.open(due.id(), due.sealedReference()), due.stage(), due.since()));
        String failure = null;
        try {
            int status = sender.send(
                    due.webhook(), keys.webhookSecret(due.keyId()), time.now().getEpochSecond(), body);
            if (status / 100 != 2) {
                failure = "HTTP " + status;
            }
        } catch (IOException e) {
            failure = e.getClass().getSimpleName();
            log.warn("A partner was not reached: {}", failure);
        }
        note(due, failure);
    }

    private void note(Due due, @Nullable String failure) {
        if (failure == null) {
            jdbc.sql(
                            "update partner_report set told = ?, attempts = 0, failure = null, next_attempt_at = ? where id = ?")
                    .params(due.stage().name(), at(time.now()), due.id())
                    .update();
        } else {
            jdbc.sql("update partner_report set attempts = attempts + 1, failure = ?, next_attempt_at = ? where id = ?")
                    .params(failure, at(time.now().plus(pause(due.attempts()))), due.id())
                    .update();
        }
    }

    /** Twice as long after every failure. */
    static Duration pause(int attempts) {
        Duration pause = SHORTEST_PAUSE.multipliedBy(1L << Math.min(attempts, 12));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
