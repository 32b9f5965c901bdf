package org.sucharit.vault;

import jakarta.persistence.EntityManager;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;

/**
 * The sets of recovery sheets: who is named to hold one, who has printed theirs, and which set is in force. Each printed
 * sheet is bound to its set, its holder and its public key with the installation key, so that none of another's making
 * can be put in its place in the database.
 */
@Component
@Transactional
public class SheetSets {

    private static final Logger log = LoggerFactory.getLogger(SheetSets.class);

    public static final int FEWEST_NEEDED = 2;
    public static final int MOST_SHEETS = 7;

    public enum State {
        /** Its sheets are being printed. */
        PREPARED,
        ACTIVE,
        /** Another is in force; its sheets open what is still shared under it. */
        RETIRED
    }

    /**
     * Who prints a sheet and keeps it.
     *
     * @param authority whose it is, where it is meant for outside the office and the holder only brings it there
     */
    public record Keeper(PersonId holder, @Nullable String authority) {}

    /** @param place from 1 */
    public record SheetView(
            int place, Keeper keeper, @Nullable Instant printedAt) {}

    public record SetView(int number, int needed, State state, Instant preparedAt, List<SheetView> sheets) {}

    /** A sheet just printed, and the set that it belongs to. */
    public record Printed(Sheet sheet, int place, SetView set) {}

    private final RecoverySets sets;
    private final RecoverySheets sheets;
    private final Vouching vouching;
    private final InstallationKey installation;
    private final EntityManager entities;
    private final Time time;

    SheetSets(
            RecoverySets sets,
            RecoverySheets sheets,
            Vouching vouching,
            InstallationKey installation,
            EntityManager entities,
            Time time) {
        this.sets = sets;
        this.sheets = sheets;
        this.vouching = vouching;
        this.installation = installation;
        this.entities = entities;
        this.time = time;
    }

    /** The set in force. */
    @Transactional(readOnly = true)
    public Optional<SetView> active() {
        return sets.findByState(State.ACTIVE).stream().findFirst().map(this::view);
    }

    /** The set whose sheets are being printed. */
    @Transactional(readOnly = true)
    public Optional<SetView> prepared() {
        return sets.findByState(State.PREPARED).stream().findFirst().map(this::view);
    }

    /**
     * Names who is to hold the sheets of a new set, in place of one that was named and not all printed. Nothing changes
     * for the set in force until the last sheet of the new one is printed.
     *
     * @throws Problem invalid, naming {@code needed}, or {@code holder<n>} of the keeper counted from 1
     */
    public SetView prepare(PersonId by, int needed, List<Keeper> keepers) {
        Words check = Words.check()
                .that(keepers.size() >= FEWEST_NEEDED, "holder1", "recovery.fewHolders", FEWEST_NEEDED)
                .that(keepers.size() <= MOST_SHEETS, "holder1", "recovery.manyHolders", MOST_SHEETS)
                .that(needed >= FEWEST_NEEDED && needed <= keepers.size(), "needed", "recovery.needed", keepers.size())
                .that(
                        keepers.stream().anyMatch(keeper -> keeper.authority() != null),
                        "authority1",
                        "recovery.noneOutside");
        Set<PersonId> once = new HashSet<>();
        Map<PersonId, Vouching.State> states =
                vouching.states(keepers.stream().map(Keeper::holder).toList());
        for (int i = 0; i < keepers.size(); i++) {
            PersonId holder = keepers.get(i).holder();
            check.that(once.add(holder), "holder" + (i + 1), "recovery.twice")
                    .that(states.get(holder) == Vouching.State.VOUCHED, "holder" + (i + 1), "recovery.notVouched");
        }
        check.orThrow();
        sets.lockPrepared().ifPresent(unfinished -> {
            sheets.deleteAll(sheets.findBySetIdOrderByPlace(unfinished.id()));
            sets.delete(unfinished);
            entities.flush();
        });
        int number =
                sets.findFirstByOrderByNumberDesc().map(RecoverySet::number).orElse(0) + 1;
        RecoverySet set = new RecoverySet(number, needed, by, time.now());
        sets.save(set);
        for (int i = 0; i < keepers.size(); i++) {
            sheets.save(new RecoverySheet(set.id(), i + 1, keepers.get(i)));
        }
        entities.flush();
        return view(set);
    }

    /**
     * Makes the key pair of the holder's own sheet; the private half is in the returned value and nowhere else. With the
     * last sheet of the set the set comes into force.
     *
     * @throws Problem not found, where no sheet waits to be printed by this officer; conflict, where it is printed
     *     already, or nobody vouched for the officer's key
     */
    public Printed print(Officer holder) {
        RecoverySet set = sets.lockPrepared().orElseThrow(Problem::notFound);
        List<RecoverySheet> all = sheets.findBySetIdOrderByPlace(set.id());
        RecoverySheet own = all.stream()
                .filter(sheet -> sheet.holder().equals(holder.id()))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (own.printedAt() != null) {
            throw Problem.conflict("recovery.printed", own.printedAt());
        }
        if (!vouching.counts(holder)) {
            throw Problem.conflict("vouch.waiting");
        }
        Sheet sheet = Sheet.create();
        byte[] publicKey = sheet.keys().publicKey();
        own.print(publicKey, mac(set, all.size(), own, publicKey), time.now());
        if (all.stream().allMatch(one -> one.printedAt() != null)) {
            sets.findByState(State.ACTIVE).forEach(RecoverySet::retire);
            set.activate(time.now());
        }
        return new Printed(sheet, own.place(), view(set));
    }

    private SetView view(RecoverySet set) {
        List<SheetView> views = sheets.findBySetIdOrderByPlace(set.id()).stream()
                .map(sheet ->
                        new SheetView(sheet.place(), new Keeper(sheet.holder(), sheet.authority()), sheet.printedAt()))
                .toList();
        return new SetView(set.number(), set.needed(), set.state(), set.preparedAt(), views);
    }

    boolean genuine(List<RecoverySheets.InForce> all) {
        RecoverySet set = all.getFirst().set();
        boolean genuine =
                all.stream().allMatch(one -> one.set().id().equals(set.id()) && genuine(set, all.size(), one.sheet()));
        if (!genuine) {
            log.error("Recovery set {} was changed behind the program's back; no case is shared under it", set.id());
        }
        return genuine;
    }

    boolean genuine(RecoverySet set, RecoverySheet sheet) {
        return genuine(set, sheets.findBySetIdOrderByPlace(set.id()).size(), sheet);
    }

    private boolean genuine(RecoverySet set, int count, RecoverySheet sheet) {
        byte[] publicKey = sheet.publicKey();
        return publicKey != null
                && sheet.mac() != null
                && MessageDigest.isEqual(sheet.mac(), mac(set, count, sheet, publicKey));
    }

    /** Nobody without the installation key can name a holder, a number or a key that the program takes for its own. */
    private byte[] mac(RecoverySet set, int count, RecoverySheet sheet, byte[] publicKey) {
        return installation.derive(
                String.join(
                        "/",
                        "recovery/sheet",
                        CurrentOrganisation.get().toString(),
                        set.id().toString(),
                        set.number() + "," + set.needed() + "," + count + "," + sheet.place(),
                        sheet.holder().toString(),
                        HexFormat.of().formatHex(publicKey)),
                32);
    }
}
