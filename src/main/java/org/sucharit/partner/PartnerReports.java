package org.sucharit.partner;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CasePurged;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.register.Rows;

/** Which case came of what a partner sent, by the partner's own reference. */
@Component
public class PartnerReports {

    /** What a reference may be: a number of the partner's own, and no words. */
    public static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,63}");

    private static final int KEY = 32;

    private final JdbcClient jdbc;
    private final Rows rows;
    private final Time time;
    private final byte[] lookupKey;
    private final AesGcmJce sealing;

    PartnerReports(JdbcClient jdbc, Rows rows, InstallationKey installation, Time time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.time = time;
        this.lookupKey = installation.derive("partner-reference/lookup", KEY);
        try {
            this.sealing = new AesGcmJce(installation.derive("partner-reference/seal", KEY));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /**
     * In the transaction of the registration.
     *
     * @throws Problem conflict, where the partner used the reference before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void link(Partner partner, String reference, CaseId caseId) {
        UUID id = UUID.randomUUID();
        try {
            jdbc.sql("""
                            insert into partner_report
                                (id, organisation_id, key_id, reference_lookup, sealed_reference, case_id,
                                 told, attempts, next_attempt_at)
                            values (?, ?, ?, ?, ?, ?, ?, 0, ?)""")
                    .params(
                            id,
                            CurrentOrganisation.get().value(),
                            partner.id(),
                            lookup(partner.id(), reference),
                            seal(id, reference),
                            caseId.value(),
                            Stage.RECEIVED.name(),
                            OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException used) {
            throw Problem.conflict("partner.referenceUsed");
        }
        rows.changed("partner_report", id);
    }

    /** The case of a reference, which only the partner that gave it finds. */
    @Transactional(readOnly = true)
    public Optional<CaseId> find(Partner partner, String reference) {
        return jdbc.sql("""
                        select case_id from partner_report
                        where organisation_id = ? and key_id = ? and reference_lookup = ?""")
                .params(CurrentOrganisation.get().value(), partner.id(), lookup(partner.id(), reference))
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }

    /** @throws IllegalStateException where the row was changed, or belongs to another installation */
    String open(UUID id, byte[] sealed) {
        try {
            return new String(sealing.decrypt(sealed, context(id)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A partner's reference does not open", e);
        }
    }

    /** Of a destroyed case nothing is left to tell. */
    @EventListener
    void on(CasePurged purged) {
        jdbc.sql("select id from partner_report where case_id = ?")
                .param(purged.caseId().value())
                .query(UUID.class)
                .list()
                .forEach(id -> {
                    jdbc.sql("delete from partner_report where id = ?")
                            .param(id)
                            .update();
                    rows.changed("partner_report", id);
                });
    }

    private byte[] seal(UUID id, String reference) {
        try {
            return sealing.encrypt(reference.getBytes(StandardCharsets.UTF_8), context(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    private byte[] lookup(UUID key, String reference) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(lookupKey, "HmacSHA256"));
            return mac.doFinal((key + "/" + reference).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    private static byte[] context(UUID id) {
        return ("sucharit/v1/partner-reference/" + id).getBytes(StandardCharsets.UTF_8);
    }
}
