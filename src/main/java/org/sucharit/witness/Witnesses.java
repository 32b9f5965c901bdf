package org.sucharit.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;
import org.sucharit.mail.Outbox;
import org.sucharit.mail.OutgoingMail;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.Act;
import org.sucharit.register.CheckpointMade;
import org.sucharit.register.MadeCheckpoint;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.register.Rows;

/**
 * Shows a checkpoint of each organisation to its witnesses, at a cadence of their own. They see the size and the root
 * of a padded tree, the same at a busy time as at a quiet one.
 */
@Component
@EnableConfigurationProperties(WitnessSettings.class)
class Witnesses implements DisposableBean {

    enum Kind {
        TIMESTAMP,
        MAIL
    }

    private static final Logger log = LoggerFactory.getLogger(Witnesses.class);
    private static final Locale THAI = Locale.of("th");

    private final WitnessSettings settings;
    private final @Nullable TimestampService timestamps;
    private final Organisations organisations;
    private final Outbox outbox;
    private final Register register;
    private final Rows rows;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Time time;
    private final TransactionTemplate transaction;
    /** A service that does not answer holds up nothing else. */
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("witness").daemon().factory());

    Witnesses(
            WitnessSettings settings,
            Organisations organisations,
            Outbox outbox,
            Register register,
            Rows rows,
            JdbcClient jdbc,
            MessageSource messages,
            Time time,
            PlatformTransactionManager transactions) {
        this.settings = settings;
        this.timestamps = settings.timestampService() == null
                ? null
                : new TimestampService(settings.timestampService(), settings.timeout());
        this.organisations = organisations;
        this.outbox = outbox;
        this.register = register;
        this.rows = rows;
        this.jdbc = jdbc;
        this.messages = messages;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void on(CheckpointMade made) {
        if (timestamps != null || !settings.witness().isEmpty()) {
            thread.execute(() -> show(made.organisation(), made.checkpoint()));
        }
    }

    /** To each that has not seen one in the present turn of its cadence. What fails is tried with the next checkpoint. */
    void show(OrganisationId organisation, MadeCheckpoint checkpoint) {
        CurrentOrganisation.run(organisation, () -> {
            try {
                timestamp(checkpoint);
                mail(checkpoint);
            } catch (IOException | RuntimeException e) {
                log.error("A checkpoint of {} could not be shown to a witness", organisation, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private void timestamp(MadeCheckpoint checkpoint) throws IOException, InterruptedException {
        if (timestamps != null && due(Kind.TIMESTAMP, checkpoint)) {
            byte[] token = timestamps.stamp(checkpoint.note().getBytes(StandardCharsets.UTF_8));
            transaction.executeWithoutResult(status -> keep(Kind.TIMESTAMP, checkpoint, token));
        }
    }

    private void mail(MadeCheckpoint checkpoint) {
        OrganisationView organisation = organisations.current();
        String address = settings.witness().get(organisation.shortName());
        if (address == null) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            if (due(Kind.MAIL, checkpoint)) {
                outbox.enqueue(new OutgoingMail(
                        organisation.id(),
                        address,
                        text("register.witness.subject"),
                        text("register.witness.body", organisation.nameTh()) + "\n\n" + checkpoint.note()));
                keep(Kind.MAIL, checkpoint, null);
            }
        });
    }

    private boolean due(Kind kind, MadeCheckpoint checkpoint) {
        return jdbc.sql("select max(witnessed_at) from register_witness where organisation_id = ? and kind = ?")
                .params(CurrentOrganisation.get().value(), kind.name())
                .query((row, n) -> {
                    OffsetDateTime last = row.getObject(1, OffsetDateTime.class);
                    return last == null || turn(last.toInstant()) < turn(checkpoint.madeAt());
                })
                .single();
    }

    private long turn(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), settings.witnessCadence().toMillis());
    }

    private void keep(Kind kind, MadeCheckpoint checkpoint, byte @Nullable [] token) {
        OrganisationId organisation = CurrentOrganisation.get();
        jdbc.sql("""
                        insert into register_witness (organisation_id, size, kind, witnessed_at, token)
                        values (:organisation, :size, :kind, :at, :token)""")
                .param("organisation", organisation.value())
                .param("size", checkpoint.size())
                .param("kind", kind.name())
                .param("at", OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .param("token", token, Types.VARBINARY)
                .update();
        rows.changed("register_witness", organisation.value(), kind.name(), checkpoint.size());
        register.append(new Note(Act.CHECKPOINT_WITNESSED, null, null, null, kind + " " + checkpoint.size(), null));
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, THAI);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
