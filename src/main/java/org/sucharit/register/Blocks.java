package org.sucharit.register;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.sucharit.register.tree.Frontier;

/**
 * The subtrees that are stored, those of {@value #LEAVES} leaves and more. What is smaller is made from the entries
 * when it is asked for: it takes that many hashes.
 */
public final class Blocks implements Frontier.Completed {

    static final int LEVEL = 4;
    public static final int LEAVES = 1 << LEVEL;
    private static final int HASH = 32;

    private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();

    @Override
    public void subtree(int level, long index, byte[] hash) {
        if (level >= LEVEL) {
            hashes.writeBytes(hash);
        }
    }

    /** Those that became whole since this was asked last, in that order. */
    public byte[] take() {
        byte[] taken = hashes.toByteArray();
        hashes.reset();
        return taken;
    }

    /** One of those that became whole while the tree grew on from {@code previousSize}. */
    static byte[] at(byte[] hashes, long previousSize, int level, long index) {
        long last = ((index + 1) << level) - 1;
        int at = (int) (whole(last) + level - LEVEL - whole(previousSize)) * HASH;
        return Arrays.copyOfRange(hashes, at, at + HASH);
    }

    /** How many there are in a tree of that size. */
    private static long whole(long size) {
        long count = 0;
        for (long blocks = size >> LEVEL; blocks > 0; blocks >>= 1) {
            count += blocks;
        }
        return count;
    }
}
