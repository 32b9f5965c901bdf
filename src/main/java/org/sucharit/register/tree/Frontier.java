package org.sucharit.register.tree;

import java.util.Arrays;

/** A tree that grows at its right end, of which no more is kept than its root needs: a hash for each bit of its size. */
public final class Frontier {

    /** Told of each subtree when its last leaf comes, the smaller ones first. */
    @FunctionalInterface
    public interface Completed {
        void subtree(int level, long index, byte[] hash);
    }

    private final byte[][] peaks = new byte[Long.SIZE][];
    private final Completed completed;
    private long size;

    public Frontier(Completed completed) {
        this.completed = completed;
    }

    /** Goes on with a tree of that size. */
    public Frontier(Completed completed, long size, Tree.Nodes nodes) {
        this(completed);
        this.size = size;
        for (int level = 0; level < Long.SIZE - 1; level++) {
            if ((size >> level & 1) == 1) {
                peaks[level] = nodes.at(level, (size >> level) - 1);
            }
        }
    }

    public long size() {
        return size;
    }

    public void add(byte[] leaf) {
        add(0, leaf);
    }

    /** A whole subtree of {@code 2^level} leaves. */
    public void add(int level, byte[] subtree) {
        if ((size & ((1L << level) - 1)) != 0) {
            throw new IllegalArgumentException("No subtree of level " + level + " begins at " + size);
        }
        size += 1L << level;
        byte[] hash = subtree;
        int at = level;
        completed.subtree(at, (size >> at) - 1, hash);
        while (peaks[at] != null) {
            hash = Tree.node(peaks[at], hash);
            peaks[at] = null;
            at++;
            completed.subtree(at, (size >> at) - 1, hash);
        }
        peaks[at] = hash;
    }

    public byte[] root() {
        byte[] root = null;
        for (byte[] peak : peaks) {
            if (peak != null) {
                root = root == null ? peak : Tree.node(peak, root);
            }
        }
        return root == null ? Tree.sha256() : Arrays.copyOf(root, root.length);
    }
}
