package org.sucharit.register.audit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sucharit.register.Blocks;
import org.sucharit.register.Chain;
import org.sucharit.register.audit.Fault.Kind;
import org.sucharit.register.tree.Checkpoint;
import org.sucharit.register.tree.Frontier;
import org.sucharit.register.tree.VerifierKey;

/**
 * Follows a register from its first leaf to its last, and holds the chain, the tree and the signatures. It keeps a few
 * hashes, however long the register is.
 */
final class Audit {

    private final String organisation;
    private final Consumer<Fault> faults;
    private final Map<Long, Checkpoint> witnessed = new HashMap<>();
    private final Blocks blocks = new Blocks();
    private final Frontier frontier = new Frontier(blocks);
    private byte @Nullable [] last = Chain.START;
    /** Once a leaf is not what it was no root can be, and it is said once. */
    private boolean broken;

    Audit(String organisation, Consumer<Fault> faults) {
        this.organisation = organisation;
        this.faults = faults;
    }

    /** A checkpoint that somebody else kept; the register must pass through it. */
    void witnessed(Checkpoint checkpoint) {
        witnessed.put(checkpoint.size(), checkpoint);
    }

    long size() {
        return frontier.size();
    }

    /** The hash of the last entry; nothing where that is missing. */
    byte @Nullable [] last() {
        return last;
    }

    /** @return the entry's parts, where it is where it belongs */
    Chain.@Nullable Link entry(byte[] bytes) {
        long seq = size();
        Chain.Link link = Chain.link(bytes)
                .filter(read -> read.organisation().equals(organisation) && read.seq() == seq)
                .filter(read -> last == null || Arrays.equals(read.previous(), last))
                .orElse(null);
        if (link == null) {
            fault(Kind.ENTRY_CHANGED, seq, Long.toString(seq));
        }
        last = Chain.hash(bytes);
        frontier.add(last);
        return link;
    }

    /** There are none where there should be, up to that one. */
    void missing(long to) {
        long from = size();
        fault(Kind.ENTRY_MISSING, from, to == from + 1 ? Long.toString(from) : from + "-" + (to - 1));
        while (size() < to) {
            frontier.add(new byte[32]);
        }
        last = null;
        broken = true;
    }

    /** A leaf, or a whole subtree of them, that is no entry. */
    void padding(int level, byte[] subtree) {
        frontier.add(level, subtree);
    }

    /** @return the subtrees that became whole since the checkpoint before */
    byte[] checkpoint(String note, @Nullable VerifierKey key) {
        long size = size();
        Checkpoint checkpoint = Checkpoint.parse(note).orElse(null);
        if (checkpoint == null || checkpoint.size() != size) {
            fault(Kind.CHECKPOINT_CHANGED, size, Long.toString(size));
        } else if (!broken && !Arrays.equals(checkpoint.root(), frontier.root())) {
            broken = true;
            fault(Kind.ROOT_DIFFERS, size, Long.toString(size));
        }
        if (key != null
                && (!key.signed(note)
                        || checkpoint == null
                        || !checkpoint.origin().equals(key.name()))) {
            fault(Kind.SIGNATURE_WRONG, size, Long.toString(size));
        }
        Checkpoint kept = witnessed.remove(size);
        if (kept != null && (checkpoint == null || !Arrays.equals(kept.root(), checkpoint.root()))) {
            fault(Kind.WITNESS_DIFFERS, size, Long.toString(size));
        }
        return blocks.take();
    }

    /** What a witness has and the register does not was taken out of the register. */
    void end() {
        witnessed.keySet().stream()
                .sorted()
                .forEach(size -> fault(Kind.WITNESS_DIFFERS, Math.min(size, size()), Long.toString(size)));
    }

    void fault(Kind kind, long seq, String what) {
        faults.accept(new Fault(kind, seq, what));
    }
}
