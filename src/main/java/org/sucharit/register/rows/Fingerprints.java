package org.sucharit.register.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/**
 * What is known of each of many names, in sixteen bytes for each: 64 bits of a hash of either. The hash is made with a
 * secret drawn for each run, so that nobody can choose names or values that meet.
 */
final class Fingerprints {

    private static final long NONE = 0;

    private final MessageDigest sha256;
    private final byte[] secret = new byte[16];
    private long[] names = new long[1 << 12];
    private long[] values = new long[1 << 12];
    private int used;

    Fingerprints() {
        new SecureRandom().nextBytes(secret);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    void put(String name, String value) {
        set(of(name), of(value));
    }

    void remove(String name) {
        long hash = of(name);
        int at = find(hash);
        if (names[at] == hash) {
            values[at] = NONE;
        }
    }

    boolean has(String name) {
        long hash = of(name);
        int at = find(hash);
        return names[at] == hash && values[at] != NONE;
    }

    boolean is(String name, String value) {
        long hash = of(name);
        int at = find(hash);
        return names[at] == hash && values[at] == of(value);
    }

    /** How many names are there. */
    int size() {
        int size = 0;
        for (long value : values) {
            size += value == NONE ? 0 : 1;
        }
        return size;
    }

    private void set(long name, long value) {
        if (used * 3L > names.length * 2L) {
            grow();
        }
        int at = find(name);
        if (names[at] == NONE) {
            names[at] = name;
            used++;
        }
        values[at] = value;
    }

    private void grow() {
        long[] oldNames = names;
        long[] oldValues = values;
        names = new long[oldNames.length * 2];
        values = new long[oldNames.length * 2];
        used = 0;
        for (int n = 0; n < oldNames.length; n++) {
            if (oldNames[n] != NONE && oldValues[n] != NONE) {
                int at = find(oldNames[n]);
                names[at] = oldNames[n];
                values[at] = oldValues[n];
                used++;
            }
        }
    }

    private int find(long name) {
        int mask = names.length - 1;
        int at = (int) name & mask;
        while (names[at] != NONE && names[at] != name) {
            at = at + 1 & mask;
        }
        return at;
    }

    private long of(String text) {
        sha256.update(secret);
        long hash = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
        return hash == NONE ? 1 : hash;
    }
}
