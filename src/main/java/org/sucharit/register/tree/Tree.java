package org.sucharit.register.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Merkle hash tree of RFC 6962, section 2.1, with SHA-256. Ranges are of leaves, from inclusive, to exclusive, and
 * such as the tree itself is made of: their roots are nodes of it.
 */
public final class Tree {

    /** The hashes of whole subtrees: {@code 2^level} leaves, the first of them {@code index * 2^level}. */
    @FunctionalInterface
    public interface Nodes {
        byte[] at(int level, long index);
    }

    private Tree() {}

    public static byte[] leaf(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    public static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    /** Of the first {@code size} leaves. */
    public static byte[] root(Nodes nodes, long size) {
        return size == 0 ? sha256() : root(nodes, 0, size);
    }

    private static byte[] root(Nodes nodes, long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1) {
            int level = Long.numberOfTrailingZeros(leaves);
            return nodes.at(level, from >> level);
        }
        long split = from + Long.highestOneBit(leaves - 1);
        return node(root(nodes, from, split), root(nodes, split, to));
    }

    /** The audit path of a leaf, its sibling first. */
    public static List<byte[]> inclusion(Nodes nodes, long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf " + index + " among " + size);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long split = from + Long.highestOneBit(to - from - 1);
            if (index < split) {
                path.addFirst(root(nodes, split, to));
                to = split;
            } else {
                path.addFirst(root(nodes, from, split));
                from = split;
            }
        }
        return path;
    }

    /** That the tree of {@code to} leaves begins with that of {@code from} leaves; 0 &lt; from ≤ to. */
    public static List<byte[]> consistency(Nodes nodes, long from, long to) {
        if (from < 1 || from > to) {
            throw new IllegalArgumentException("No way from " + from + " to " + to);
        }
        List<byte[]> proof = new ArrayList<>();
        long begin = 0;
        long end = to;
        boolean known = true;
        while (from < end) {
            long split = begin + Long.highestOneBit(end - begin - 1);
            if (from <= split) {
                proof.addFirst(root(nodes, split, end));
                end = split;
            } else {
                proof.addFirst(root(nodes, begin, split));
                begin = split;
                known = false;
            }
        }
        if (!known) {
            proof.addFirst(root(nodes, begin, end));
        }
        return proof;
    }

    /** RFC 9162, section 2.1.3.2. */
    public static boolean includes(byte[] leaf, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size) {
            return false;
        }
        long fn = index;
        long sn = size - 1;
        byte[] hash = leaf;
        for (byte[] sibling : path) {
            if (sn == 0) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = node(sibling, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = node(hash, sibling);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
