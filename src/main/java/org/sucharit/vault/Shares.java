package org.sucharit.vault;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/** Shamir's secret sharing, byte by byte over the field of AES. Fewer parts than needed tell nothing of the secret. */
final class Shares {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Shares() {}

    /** @return as many parts as asked for, in the order of their places; each as long as the secret */
    static List<byte[]> split(byte[] secret, int needed, int count) {
        ShamirSplitSecretShare[] parts = ShamirSecretSplitter.getInstance(Algorithm.AES, secret.length, RANDOM)
                .resplit(secret, needed, count)
                .getSecretShares();
        return Arrays.stream(parts).map(Shares::bytes).toList();
    }

    /** @param parts by their places, counted from 1; too few, or one of another secret, give other bytes */
    static byte[] join(Map<Integer, byte[]> parts) {
        ShamirSplitSecretShare[] shares = parts.entrySet().stream()
                .map(part -> new ShamirSplitSecretShare(part.getValue(), part.getKey()))
                .toArray(ShamirSplitSecretShare[]::new);
        try {
            return ShamirSplitSecret.getInstance(Algorithm.AES, shares).getSecret();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot put the parts together", e);
        }
    }

    private static byte[] bytes(ShamirSplitSecretShare part) {
        try {
            return part.getEncoded();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot encode a part", e);
        }
    }
}
