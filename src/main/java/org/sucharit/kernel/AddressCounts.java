package org.sucharit.kernel;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Counts something by address, of the network or of mail, and keeps none: only a hash of it, with a key that lives for
 * one window in the memory of this node. With the window the key and all counts are gone, and nothing of it is ever
 * stored or logged.
 */
public final class AddressCounts {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** So many addresses are told apart in one window; those beyond count in all, and not by themselves. */
    private static final int MOST = 100_000;

    private final Duration window;
    private final Map<String, Integer> counts = new HashMap<>();
    private SecretKeySpec key = newKey();
    private Instant until = Instant.MIN;
    private int all;

    public AddressCounts(Duration window) {
        this.window = window;
    }

    /**
     * Whether it is of this host: a proxy that does not say whom it serves, an onion service among them. Everybody
     * would share its count.
     */
    public static boolean isShared(String address) {
        return address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1");
    }

    public synchronized int of(String address, Instant now) {
        turn(now);
        return counts.getOrDefault(hash(address), 0);
    }

    /** Of all addresses together. */
    public synchronized int all(Instant now) {
        turn(now);
        return all;
    }

    public synchronized void add(String address, Instant now) {
        turn(now);
        all++;
        String hash = hash(address);
        if (counts.size() < MOST || counts.containsKey(hash)) {
            counts.merge(hash, 1, Integer::sum);
        }
    }

    private void turn(Instant now) {
        if (now.isAfter(until)) {
            key = newKey();
            counts.clear();
            all = 0;
            until = now.plus(window);
        }
    }

    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
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
