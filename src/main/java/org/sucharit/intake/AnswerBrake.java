package org.sucharit.intake;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;

/**
 * How often one address is answered by itself: two programs that answer each other stop here, and nobody can have us
 * write to somebody whose address they forge. Counted in the memory of this node under a hash whose key lives for a
 * day; no address is kept. On several nodes each counts for itself.
 */
@Component
class AnswerBrake {

    static final int FOR_ONE_ADDRESS = 3;
    static final int FOR_ONE_ORGANISATION = 500;
    static final Duration WINDOW = Duration.ofDays(1);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Time time;
    private final Map<String, Integer> answered = new HashMap<>();
    private SecretKeySpec key = newKey();
    private Instant until = Instant.MIN;

    AnswerBrake(Time time) {
        this.time = time;
    }

    /** Counts one answer, unless there were too many. */
    synchronized boolean mayAnswer(OrganisationId organisation, String address) {
        Instant now = time.now();
        if (now.isAfter(until)) {
            key = newKey();
            answered.clear();
            until = now.plus(WINDOW);
        }
        String one = hash(address.toLowerCase(Locale.ROOT));
        String all = hash(organisation.toString());
        if (answered.getOrDefault(one, 0) >= FOR_ONE_ADDRESS || answered.getOrDefault(all, 0) >= FOR_ONE_ORGANISATION) {
            return false;
        }
        answered.merge(one, 1, Integer::sum);
        answered.merge(all, 1, Integer::sum);
        return true;
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return new SecretKeySpec(key, "HmacSHA256");
    }
}
