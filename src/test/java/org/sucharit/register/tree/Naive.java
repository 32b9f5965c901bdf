package org.sucharit.register.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** The definitions of RFC 6962 and the steps of RFC 9162, word for word, by nothing of the program's own. */
public final class Naive {

    private Naive() {}

    private static byte[] node(byte[] left, byte[] right) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((byte) 1);
            digest.update(left);
            return digest.digest(right);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return leaves.getFirst();
        }
        int k = 1;
        while (2 * k < leaves.size()) {
            k *= 2;
        }
        return node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** The root to which a path leads. */
    public static byte[] rootBy(byte[] leaf, long index, long size, List<byte[]> path) {
        if (size == 1) {
            return leaf;
        }
        long k = 1;
        while (2 * k < size) {
            k *= 2;
        }
        List<byte[]> below = path.subList(0, path.size() - 1);
        return index < k
                ? node(rootBy(leaf, index, k, below), path.getLast())
                : node(path.getLast(), rootBy(leaf, index - k, size - k, below));
    }

    /** RFC 9162, section 2.1.4.2. */
    public static boolean goesOn(long from, long to, byte[] before, byte[] after, List<byte[]> proof) {
        if (from == to) {
            return proof.isEmpty() && Arrays.equals(before, after);
        }
        Deque<byte[]> path = new ArrayDeque<>(proof);
        if (Long.bitCount(from) == 1) {
            path.addFirst(before);
        }
        long fn = from - 1;
        long sn = to - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        byte[] fr = path.removeFirst();
        byte[] sr = fr;
        while (!path.isEmpty()) {
            byte[] c = path.removeFirst();
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                fr = node(c, fr);
                sr = node(c, sr);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                sr = node(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(fr, before) && Arrays.equals(sr, after);
    }
}
