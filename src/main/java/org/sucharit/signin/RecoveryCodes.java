package org.sucharit.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.register.Rows;

/**
 * Ten codes on paper for the day on which the telephone is lost; each counts once. Kept as HMAC-SHA-256 under a key of
 * the installation: a copy of the database has nothing to search.
 */
@Component
@Transactional
class RecoveryCodes {

    static final int COUNT = 10;

    /** Without those that are taken for one another when copied by hand: 49 bits in ten. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final SecretKeySpec key;
    private final Rows rows;
    private final Time time;

    RecoveryCodes(JdbcClient jdbc, InstallationKey installation, Rows rows, Time time) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.key = new SecretKeySpec(installation.derive("recovery-codes", 32), "HmacSHA256");
        this.time = time;
    }

    /** New codes in place of any before, in groups of five; shown this once. */
    List<String> renew(PersonId person) {
        forget(person);
        return IntStream.range(0, COUNT)
                .mapToObj(n -> {
                    String code = code();
                    UUID id = UUID.randomUUID();
                    jdbc.sql("insert into recovery_code (id, organisation_id, person_id, digest) values (?, ?, ?, ?)")
                            .params(id, CurrentOrganisation.get().value(), person.value(), digest(person, code))
                            .update();
                    rows.changed("recovery_code", id);
                    return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
                })
                .toList();
    }

    void forget(PersonId person) {
        changed(person, "true");
        jdbc.sql("delete from recovery_code where organisation_id = ? and person_id = ?")
                .params(CurrentOrganisation.get().value(), person.value())
                .update();
    }

    @Transactional(readOnly = true)
    public int left(PersonId person) {
        return jdbc.sql(
                        "select count(*) from recovery_code where organisation_id = ? and person_id = ? and used_at is null")
                .params(CurrentOrganisation.get().value(), person.value())
                .query(Integer.class)
                .single();
    }

    /** Whether it was one of theirs and not used before; from now on it is used. */
    boolean spend(PersonId person, String typed) {
        String code = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        changed(person, "digest = ? and used_at is null", digest(person, code));
        return jdbc.sql("""
                        update recovery_code set used_at = ?
                        where organisation_id = ? and person_id = ? and digest = ? and used_at is null""")
                        .params(
                                OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC),
                                CurrentOrganisation.get().value(),
                                person.value(),
                                digest(person, code))
                        .update()
                > 0;
    }

    /** Those of a person's codes of which the condition is true are written in this transaction. */
    private void changed(PersonId person, String condition, Object... parameters) {
        jdbc.sql("select id from recovery_code where organisation_id = ? and person_id = ? and " + condition)
                .params(Stream.concat(
                                Stream.of(CurrentOrganisation.get().value(), person.value()), Arrays.stream(parameters))
                        .toList())
                .query(UUID.class)
                .list()
                .forEach(id -> rows.changed("recovery_code", id));
    }

    private byte[] digest(PersonId person, String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((person + "/" + code).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    private static String code() {
        return RANDOM.ints(LENGTH, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }
}
