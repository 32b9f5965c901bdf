package org.sucharit.register.tree;

/** A tree that grows at its right end, of which no more is kept than its root needs: a hash for each bit of its size. */
public final class Frontier {

    /** Told of each subtree when its last leaf comes, the smaller ones first. */
    @FunctionalInterface
    public interface Completed {
        void subtree(int level, long index, byte[] hash);
    }

    private static final int LEVELS = Long.SIZE - 1;

    /** By level; what stands where the size has no bit is of before. */
    private final byte[][] peaks = new byte[LEVELS][0];

    private final Completed completed;
    private long size;

    public Frontier(Completed completed) {
        this.completed = completed;
    }

    /** Goes on with a tree of that size. */
    public Frontier(Completed completed, long size, Tree.Nodes nodes) {
        this(completed);
        this.size = size;
        for (int level = 0; level < LEVELS; level++) {
            if (isPeak(size, level)) {
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
        long before = size;
        size += 1L << level;
        byte[] hash = subtree;
        int at = level;
        completed.subtree(at, (size >> at) - 1, hash);
        while (isPeak(before, at)) {
            hash = Tree.node(peaks[at], hash);
            at++;
            completed.subtree(at, (size >> at) - 1, hash);
        }
        peaks[at] = hash;
    }

    public byte[] root() {
        if (size == 0) {
            return Tree.sha256();
        }
        int lowest = Long.numberOfTrailingZeros(size);
        byte[] root = peaks[lowest];
        for (int level = lowest + 1; level < LEVELS; level++) {
            root = isPeak(size, level) ? Tree.node(peaks[level], root) : root;
        }
        return root.clone();
    }

    private static boolean isPeak(long size, int level) {
        return (size >> level & 1) == 1;
    }
}
