package org.sucharit.register;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.register.tree.Checkpoint;
import org.sucharit.register.tree.Frontier;
import org.sucharit.register.tree.InclusionProof;
import org.sucharit.register.tree.SigningKey;
import org.sucharit.register.tree.Tree;
import org.sucharit.register.tree.VerifierKey;

/**
 * What is published of a register: at a fixed cadence the root of the Merkle tree over it, signed. The tree is padded,
 * so that its size tells neither whether nor when something was entered.
 */
@Component
@EnableConfigurationProperties(RegisterSettings.class)
public class Checkpoints {

    private final CheckpointStore store;
    private final Ledger ledger;
    private final RegisterKeys keys;
    private final RegisterSettings settings;
    private final Time time;
    private final TransactionTemplate transaction;

    Checkpoints(
            CheckpointStore store,
            Ledger ledger,
            RegisterKeys keys,
            RegisterSettings settings,
            Time time,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.ledger = ledger;
        this.keys = keys;
        this.settings = settings;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Makes the checkpoint of the current turn of the cadence; of several nodes that try, one does.
     *
     * @return nothing where it is there already, or the clock stands before the last one
     * @throws IllegalStateException where an entry is missing that should be covered: nothing is signed then
     */
    public Optional<MadeCheckpoint> make(OrganisationId organisation) {
        return CurrentOrganisation.in(
                organisation,
                () -> Optional.ofNullable(
                        transaction.execute(status -> due(organisation) ? makeNext(organisation) : null)));
    }

    private boolean due(OrganisationId organisation) {
        ledger.lock(organisation);
        return store.latest(organisation)
                .filter(last -> turn(last.madeAt()) >= turn(time.now()))
                .isEmpty();
    }

    private MadeCheckpoint makeNext(OrganisationId organisation) {
        Ledger.Head head = ledger.lock(organisation);
        long previous = store.latest(organisation).map(MadeCheckpoint::size).orElse(0L);
        long size = Math.max(wholeBlocks(previous + 1), wholeBlocks(head.size()));
        Blocks blocks = new Blocks();
        Frontier frontier = store.frontier(organisation, previous, blocks);
        addEntries(organisation, frontier, head.size());
        LongFunction<byte[]> padding = keys.padding(organisation);
        while (frontier.size() < size) {
            frontier.add(padding.apply(frontier.size()));
        }
        Checkpoint checkpoint = new Checkpoint(store.origin(organisation), size, frontier.root());
        MadeCheckpoint made = new MadeCheckpoint(
                size,
                checkpoint.root(),
                signing(organisation).sign(checkpoint),
                time.now().truncatedTo(ChronoUnit.MICROS));
        store.put(organisation, new Stored(previous, head.size(), made, blocks.take()));
        ledger.advance(organisation, new Ledger.Head(size, head.hash()));
        return made;
    }

    private void addEntries(OrganisationId organisation, Frontier frontier, long to) {
        while (frontier.size() < to) {
            Map<Long, byte[]> leaves =
                    store.leaves(organisation, frontier.size(), Math.min(to, frontier.size() + 1000));
            for (int left = leaves.size(); left > 0; left--) {
                add(organisation, frontier, leaves.get(frontier.size()));
            }
            if (leaves.isEmpty()) {
                add(organisation, frontier, null);
            }
        }
    }

    private static void add(OrganisationId organisation, Frontier frontier, byte @Nullable [] leaf) {
        if (leaf == null) {
            throw new IllegalStateException("Entry " + frontier.size() + " of the register of " + organisation
                    + " is missing; look into it with verify-register");
        }
        frontier.add(leaf);
    }

    /** The last one; nothing before the first turn of the cadence. */
    @Transactional(readOnly = true)
    public Optional<MadeCheckpoint> latest() {
        return store.latest(CurrentOrganisation.get());
    }

    /** The one of that size. */
    @Transactional(readOnly = true)
    public Optional<MadeCheckpoint> at(long size) {
        return store.at(CurrentOrganisation.get(), size);
    }

    /** By which everybody can check the notes of the current organisation. */
    @Transactional(readOnly = true)
    public VerifierKey key() {
        return signing(CurrentOrganisation.get()).verifier();
    }

    /**
     * That an entry is in the tree of the last checkpoint.
     *
     * @param leaf the hash of the entry
     * @return nothing where no checkpoint covers such an entry, be it that there is none
     */
    @Transactional(readOnly = true)
    public Optional<InclusionProof> proof(byte[] leaf) {
        OrganisationId organisation = CurrentOrganisation.get();
        MadeCheckpoint last = store.latest(organisation).orElse(null);
        if (last == null) {
            return Optional.empty();
        }
        return store.seq(organisation, leaf, last.size()).map(seq -> {
            List<byte[]> path = Tree.inclusion(store.nodes(organisation), seq, last.size());
            if (!Tree.includes(leaf, seq, last.size(), path, last.root())) {
                throw new IllegalStateException("The register of " + organisation
                        + " no longer agrees with its checkpoint; look into it with verify-register");
            }
            return new InclusionProof(seq, path, last.note());
        });
    }

    /** As {@link #proof}, in the form of c2sp.org/tlog-proof. */
    @Transactional(readOnly = true)
    public Optional<String> proofText(byte[] leaf) {
        return proof(leaf).map(InclusionProof::text);
    }

    /** As {@link #key}, in the form {@code <name>+<hash>+<base64>}. */
    @Transactional(readOnly = true)
    public String keyText() {
        return key().toString();
    }

    /**
     * That the tree of one checkpoint begins with that of an earlier one.
     *
     * @throws Problem invalid, where either is not the size of a checkpoint, or they are the wrong way round
     */
    @Transactional(readOnly = true)
    public List<byte[]> consistency(long from, long to) {
        OrganisationId organisation = CurrentOrganisation.get();
        if (from > to) {
            throw Problem.invalid("from", "register.size.order");
        }
        if (store.at(organisation, from).isEmpty()) {
            throw Problem.invalid("from", "register.size.none");
        }
        if (store.at(organisation, to).isEmpty()) {
            throw Problem.invalid("to", "register.size.none");
        }
        return Tree.consistency(store.nodes(organisation), from, to);
    }

    /** When the next one will be made. */
    public Instant next() {
        return Instant.ofEpochMilli((turn(time.now()) + 1) * settings.cadence().toMillis());
    }

    /** Those that have a register, or will. */
    @Transactional(readOnly = true)
    public List<OrganisationId> organisations() {
        return store.organisations();
    }

    private SigningKey signing(OrganisationId organisation) {
        return keys.signing(organisation, store.origin(organisation));
    }

    private long wholeBlocks(long leaves) {
        return Math.ceilDiv(leaves, settings.block()) * settings.block();
    }

    private long turn(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), settings.cadence().toMillis());
    }
}
