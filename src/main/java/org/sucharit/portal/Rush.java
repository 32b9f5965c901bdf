package org.sucharit.portal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.AddressCounts;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.Time;

/**
 * Lets reports through as they come, and in a rush asks each for a little: that its browser has worked for a second or
 * two, or, where it runs no script, that a short while has passed. There is a rush while more reports come in a minute
 * than {@code sucharit.reports-per-minute}, or more from one address in ten than a household would send. Nobody is
 * refused for good, and nothing is known of anybody: counts are those of {@link AddressCounts}, a ticket says only when
 * it may be used.
 *
 * <p>Each node counts by itself; a ticket of one is good at the others, once at each.
 */
@Component
class Rush {

    /** Leading zero bits of the hash that a browser has to find: about 130,000 tries. */
    static final int BITS = 17;

    static final int FROM_ONE_ADDRESS = 20;
    static final Duration WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration GOOD_FOR = Duration.ofHours(2);
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int MAC_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param pause how long until the ticket may be used without work */
    record Ticket(String text, Duration pause) {}

    private final int calm;
    private final Time time;
    private final SecretKeySpec key;
    private final AddressCounts sent = new AddressCounts(WINDOW);
    private final AddressCounts asked = new AddressCounts(WINDOW);
    private final AddressCounts minute = new AddressCounts(Duration.ofMinutes(1));
    private final Map<ByteBuffer, Instant> used = new HashMap<>();

    Rush(@Value("${sucharit.reports-per-minute}") int calm, InstallationKey installation, Time time) {
        this.calm = calm;
        this.time = time;
        this.key = new SecretKeySpec(installation.derive("report ticket", 32), "HmacSHA256");
    }

    /** Whether a report from this address would be asked for anything now. */
    boolean isOn(String address) {
        Instant now = time.now();
        return minute.all(now) >= calm
                || (!AddressCounts.isShared(address) && sent.of(address, now) >= FROM_ONE_ADDRESS);
    }

    /**
     * @param ticket as it was given out, with the work done on it or the wait over
     * @param effort what was found for the ticket; null where no script ran
     * @return a ticket to come again with, or nothing where the report may pass
     */
    Optional<Ticket> hold(String address, @Nullable String ticket, @Nullable String effort) {
        return !isOn(address) || use(ticket, effort) ? Optional.empty() : Optional.of(ticket(address));
    }

    /** A report was taken. */
    void took(String address) {
        Instant now = time.now();
        minute.add(address, now);
        sent.add(address, now);
    }

    /** Whoever takes many has to wait longer for each. */
    Ticket ticket(String address) {
        Instant now = time.now();
        int before = AddressCounts.isShared(address) ? 0 : asked.of(address, now);
        asked.add(address, now);
        Duration wait = WAIT.multipliedBy(1L + Math.min(before, 100));
        wait = wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        byte[] nonce = new byte[Long.BYTES];
        RANDOM.nextBytes(nonce);
        byte[] body = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(now.plus(wait).getEpochSecond())
                .put(nonce)
                .array();
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return new Ticket(base64.encodeToString(body) + "." + base64.encodeToString(mac(body)), wait);
    }

    private boolean use(@Nullable String ticket, @Nullable String effort) {
        byte[] body = ticket == null ? null : read(ticket);
        if (ticket == null || body == null) {
            return false;
        }
        Instant now = time.now();
        Instant notBefore = Instant.ofEpochSecond(ByteBuffer.wrap(body).getLong());
        boolean waited = !now.isBefore(notBefore);
        boolean worked = effort != null && effort.length() <= 20 && zeros(ticket + ":" + effort) >= BITS;
        return now.isBefore(notBefore.plus(GOOD_FOR)) && (waited || worked) && first(body, now);
    }

    private synchronized boolean first(byte[] body, Instant now) {
        used.values().removeIf(end -> end.isBefore(now));
        return used.putIfAbsent(ByteBuffer.wrap(body), now.plus(GOOD_FOR).plus(LONGEST_WAIT)) == null;
    }

    private byte @Nullable [] read(String ticket) {
        String[] parts = ticket.split("\\.", 2);
        try {
            byte[] body = Base64.getUrlDecoder().decode(parts[0]);
            byte[] mac = Base64.getUrlDecoder().decode(parts.length == 2 ? parts[1] : "");
            return body.length == 2 * Long.BYTES && MessageDigest.isEqual(mac, mac(body)) ? body : null;
        } catch (IllegalArgumentException garbled) {
            return null;
        }
    }

    private byte[] mac(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), MAC_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    /** At the beginning of the hash. */
    static int zeros(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Long.numberOfLeadingZeros(ByteBuffer.wrap(hash).getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
