package org.sucharit.social;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CasePurged;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.Intake;
import org.sucharit.intake.Particular;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.register.Rows;

/**
 * Makes one case of each conversation. The first message opens it, further ones are messages of it, and after its
 * closing the next opens another. Who writes stands sealed in the case; outside it only as a hash under a key that the
 * database does not hold.
 */
@Component
class Conversations {

    private static final int LONGEST = 20_000;
    private static final int MOST_TRIES = 3;

    private final Intake intake;
    private final Correspondence correspondence;
    private final SocialAttachments attachments;
    private final JdbcClient jdbc;
    private final Rows rows;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Time time;
    private final byte[] hashKey;

    Conversations(
            Intake intake,
            Correspondence correspondence,
            SocialAttachments attachments,
            JdbcClient jdbc,
            Rows rows,
            MessageSource messages,
            PlatformTransactionManager transactions,
            InstallationKey installation,
            Time time) {
        this.intake = intake;
        this.correspondence = correspondence;
        this.attachments = attachments;
        this.jdbc = jdbc;
        this.rows = rows;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
        this.hashKey = installation.derive("social", 32);
    }

    /**
     * Takes a message, unless it was taken before. On disk when it returns.
     *
     * @throws RuntimeException where it could not be taken; whoever sent it sends it again
     */
    void take(SocialMessage message) {
        for (int tries = 1; ; tries++) {
            try {
                transaction.executeWithoutResult(status -> takeNow(message));
                return;
            } catch (DuplicateKeyException | TransientDataAccessException another) {
                // The same message, or another of the same conversation, was taken meanwhile or is being taken.
                if (wasTaken(message)) {
                    return;
                }
                if (tries == MOST_TRIES) {
                    throw another;
                }
            }
        }
    }

    private void takeNow(SocialMessage message) {
        UUID organisation = CurrentOrganisation.get().value();
        String hash = hash("message", message.platform() + "/" + message.id());
        jdbc.sql("insert into social_message (organisation_id, message_hash, taken_at) values (?, ?, ?)")
                .params(organisation, hash, OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                .update();
        rows.changed("social_message", organisation, hash);
        // LINE leaves out who wrote in a group unless they let it: such messages are nobody's conversation.
        String from = message.sender().isBlank() ? "message/" + message.id() : message.sender();
        String sender = hash("sender", message.platform() + "/" + from);
        Optional<CaseId> known = jdbc.sql("""
                        select case_id from social_conversation where organisation_id = ? and sender_hash = ?""")
                .params(organisation, sender)
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
        Upload raw =
                Upload.of("message.json", "application/json", message.raw()).tellingReporter();
        Optional<OpenCase.Filing> filed = known.flatMap(id -> correspondence.arrived(id, text(message), List.of(raw)));
        if (known.isPresent() && filed.isPresent()) {
            attachments.await(known.get(), filed.get().folio(), message.attached());
            return;
        }
        CaseId id = intake.receive(complaint(message, raw));
        attachments.await(id, null, message.attached());
        String write = known.isPresent()
                ? "update social_conversation set case_id = ? where organisation_id = ? and sender_hash = ?"
                : "insert into social_conversation (case_id, organisation_id, sender_hash) values (?, ?, ?)";
        jdbc.sql(write).params(id.value(), organisation, sender).update();
        rows.changed("social_conversation", organisation, sender);
    }

    private boolean wasTaken(SocialMessage message) {
        return jdbc.sql("select count(*) from social_message where organisation_id = ? and message_hash = ?")
                        .params(
                                CurrentOrganisation.get().value(),
                                hash("message", message.platform() + "/" + message.id()))
                        .query(Long.class)
                        .single()
                > 0;
    }

    private RegisterComplaint complaint(SocialMessage message, Upload raw) {
        Map<Particular, String> particulars = new EnumMap<>(Particular.class);
        particulars.put(Particular.ACCOUNT, message.platform().title() + " " + message.sender());
        if (message.platform().channel() == ChannelKind.OTHER) {
            particulars.put(Particular.SOURCE, message.platform().title());
        }
        LocalDate today = time.today();
        LocalDate sent = Time.dayOf(message.at());
        return new RegisterComplaint(
                Kind.TIP,
                message.platform().channel(),
                sent.isAfter(today) ? today : sent,
                said("social.subject", message.platform().title()),
                text(message),
                null,
                null,
                particulars,
                new Reporter.Confidential(new Reporter.Identity(null, null, null, null)),
                List.of(),
                Set.of(),
                false,
                List.of(raw),
                null);
    }

    private String text(SocialMessage message) {
        String text = message.text().isBlank() ? said("social.noText") : message.text();
        StringBuilder all = new StringBuilder(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        if (!message.attached().isEmpty()) {
            String count = Integer.toString(message.attached().size());
            all.append("\n\n")
                    .append(said("social.fetched", count, message.platform().title()));
        }
        if (message.left() > 0) {
            all.append("\n\n").append(said("social.attachments", Integer.toString(message.left())));
        }
        return all.toString();
    }

    /** Nothing leads to a destroyed case. */
    @EventListener
    void on(CasePurged purged) {
        UUID organisation = CurrentOrganisation.get().value();
        jdbc.sql("select sender_hash from social_conversation where organisation_id = ? and case_id = ?")
                .params(organisation, purged.caseId().value())
                .query(String.class)
                .list()
                .forEach(sender -> {
                    jdbc.sql("delete from social_conversation where organisation_id = ? and sender_hash = ?")
                            .params(organisation, sender)
                            .update();
                    rows.changed("social_conversation", organisation, sender);
                });
    }

    private String hash(String what, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(hashKey, "HmacSHA256"));
            String named = what + "/" + CurrentOrganisation.get() + "/" + text;
            return HexFormat.of().formatHex(mac.doFinal(named.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    private String said(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.of("th"));
    }
}
