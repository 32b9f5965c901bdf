package org.sucharit.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;

/**
 * The keys by which other agencies' systems report. A key is 256 random bits, shown once and kept as its hash; the
 * secret that signs what its holder is told is derived from the installation's key and kept nowhere.
 */
@Component
@Transactional
public class PartnerKeys {

    /** @param webhook an https address, or nothing */
    record IssueKey(
            String name,
            Set<Scope> scopes,
            int dailyQuota,
            @Nullable LocalDate expiresOn,
            @Nullable String webhook) {}

    /** @param token and {@code webhookSecret}: shown once */
    record Issued(UUID id, String token, String webhookSecret) {}

    record View(
            UUID id,
            String name,
            boolean mayReport,
            boolean mayFollow,
            int dailyQuota,
            @Nullable LocalDate expiresOn,
            @Nullable String webhook,
            Instant issuedAt,
            @Nullable Instant revokedAt,
            @Nullable LocalDate usedOn,
            boolean counts) {}

    static final int MOST_A_DAY = 100_000;

    private static final int LONGEST_NAME = 200;
    private static final int BITS = 256;
    private static final String PREFIX = "sucharit_";

    private final PartnerKeyRepository keys;
    private final InstallationKey installation;
    private final JdbcClient jdbc;
    private final Register register;
    private final Time time;
    private final SecureRandom random = new SecureRandom();

    PartnerKeys(
            PartnerKeyRepository keys, InstallationKey installation, JdbcClient jdbc, Register register, Time time) {
        this.keys = keys;
        this.installation = installation;
        this.jdbc = jdbc;
        this.register = register;
        this.time = time;
    }

    /** @throws Problem invalid */
    Issued issue(PersonId administrator, IssueKey command) {
        Words.check()
                .line("name", command.name())
                .that(command.name().length() <= LONGEST_NAME, "name", "tooLong", LONGEST_NAME)
                .that(!command.scopes().isEmpty(), "scopes", "required")
                .that(
                        command.dailyQuota() > 0 && command.dailyQuota() <= MOST_A_DAY,
                        "dailyQuota",
                        "partner.dailyQuota",
                        MOST_A_DAY)
                .that(
                        command.expiresOn() == null || !command.expiresOn().isBefore(time.today()),
                        "expiresOn",
                        "partner.expired")
                .that(
                        command.webhook() == null || WebhookAddress.isUsable(command.webhook()),
                        "webhook",
                        "partner.webhook")
                .orThrow();
        byte[] secret = new byte[BITS / Byte.SIZE];
        random.nextBytes(secret);
        String token = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        PartnerKey key = new PartnerKey(UUID.randomUUID(), command, hash(token), administrator, time.now());
        keys.save(key);
        register.append(Note.of(Act.PARTNER_KEY_ISSUED, administrator).detail(key.id() + " " + command.scopes()));
        return new Issued(key.id(), token, webhookSecret(key.id()));
    }

    /**
     * From now on the key opens nothing. Does nothing where it was revoked before.
     *
     * @throws Problem not found
     */
    void revoke(PersonId administrator, UUID id) {
        PartnerKey key = keys.findById(id).orElseThrow(Problem::notFound);
        if (!key.isRevoked()) {
            key.revoke(time.now());
            register.append(Note.of(Act.PARTNER_KEY_REVOKED, administrator).detail(id.toString()));
        }
    }

    /** The latest issued first. */
    @Transactional(readOnly = true)
    Slice<View> list(Pageable page) {
        return keys.findAllByOrderByIssuedAtDescIdAsc(page).map(key -> key.view(time.today()));
    }

    /**
     * Lets a partner in. Each of its requests is then to be {@linkplain #count counted}.
     *
     * @return nobody, where no key that counts is this one; of another organisation's key too
     * @throws Problem forbidden, where the key is not for this
     */
    @Transactional(readOnly = true)
    public Optional<Partner> letIn(String token, Scope scope) {
        Optional<PartnerKey> found = keys.findByTokenHash(hash(token)).filter(key -> key.counts(time.today()));
        found.ifPresent(key -> {
            if (!key.may(scope)) {
                throw Problem.of(Problem.Kind.FORBIDDEN, "partner.scope");
            }
        });
        return found.map(key -> new Partner(key.id(), key.name()));
    }

    /**
     * Counts a request towards the partner's day.
     *
     * @throws Problem too many, where the day's quota is used up
     */
    public void count(Partner partner) {
        LocalDate today = time.today();
        int counted = jdbc.sql("""
                        update partner_key
                        set used_today = case when used_on = ? then used_today + 1 else 1 end, used_on = ?
                        where id = ? and (used_on is null or used_on <> ? or used_today < daily_quota)""").params(today, today, partner.id(), today).update();
        if (counted == 0) {
            throw Problem.of(Problem.Kind.TOO_MANY, "partner.quota");
        }
    }

    /** What signs the messages to a partner (HMAC-SHA256). */
    String webhookSecret(UUID key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(installation.derive("partner-webhook/" + key, BITS / Byte.SIZE));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
