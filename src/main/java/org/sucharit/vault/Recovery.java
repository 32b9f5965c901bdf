package org.sucharit.vault;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;

/**
 * Recovery without a master key. The key of each case is split among the sheets of the set in force, of which so many
 * as {@link SetView#needed} together open it and fewer tell nothing; whoever is kept from a case gets no share of it.
 * Each share is sealed to the public key of a sheet, whose private key stands on paper alone.
 */
@Component
@Transactional
public class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    public static final int FEWEST_NEEDED = 2;
    public static final int MOST_SHEETS = 7;

    /** Smaller than every other. */
    public static final CaseId FIRST = new CaseId(new UUID(0, 0));

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
    public record SheetView(int place, Keeper keeper, @Nullable Instant printedAt) {}

    public record SetView(int number, int needed, State state, Instant preparedAt, List<SheetView> sheets) {}

    /**
     * How many cases there are, how many come back by the sheets in force, and for how many too few of the holders may
     * have a share. The others wait for somebody who can open them.
     */
    public record Coverage(long cases, long covered, long tooFew) {

        public long waiting() {
            return Math.max(0, cases - covered - tooFew);
        }
    }

    /** A sheet just printed, and the set that it belongs to. */
    public record Printed(Sheet sheet, int place, SetView set) {}

    /** What a sheet that was typed in turned out to be. */
    public record Known(UUID id, Sheet sheet, int set, int needed, int place, Keeper keeper) {}

    private final RecoverySets sets;
    private final RecoverySheets sheets;
    private final RecoveryShares shares;
    private final CaseKeyPairRepository caseKeys;
    private final PersonKeyRepository personKeys;
    private final Vouching vouching;
    private final InstallationKey installation;
    private final EntityManager entities;
    private final Time time;

    Recovery(
            RecoverySets sets,
            RecoverySheets sheets,
            RecoveryShares shares,
            CaseKeyPairRepository caseKeys,
            PersonKeyRepository personKeys,
            Vouching vouching,
            InstallationKey installation,
            EntityManager entities,
            Time time) {
        this.sets = sets;
        this.sheets = sheets;
        this.shares = shares;
        this.caseKeys = caseKeys;
        this.personKeys = personKeys;
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
        int number = sets.findFirstByOrderByNumberDesc().map(RecoverySet::number).orElse(0) + 1;
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
        requireOwnKey(holder);
        Sheet sheet = Sheet.create();
        byte[] publicKey = sheet.keys().publicKey();
        own.print(publicKey, mac(set, all.size(), own, publicKey), time.now());
        if (all.stream().allMatch(one -> one.printedAt() != null)) {
            sets.findByState(State.ACTIVE).forEach(RecoverySet::retire);
            set.activate(time.now());
        }
        return new Printed(sheet, own.place(), view(set));
    }

    /** Whether the key that is open in this session is the person's own and counts. */
    @Transactional(readOnly = true)
    public void requireOwnKey(Officer officer) {
        boolean own = personKeys
                .findByPersonId(officer.id().value())
                .filter(key -> MessageDigest.isEqual(key.publicKey(), officer.keys().publicKey()))
                .filter(vouching::counts)
                .isPresent();
        if (!own) {
            throw Problem.conflict("vouch.waiting");
        }
    }

    /**
     * Shares the key of a case among the sheets in force whose holders may have one. One query and no more where that is
     * done already; does nothing where no set is in force.
     *
     * @param keptOut everybody for whom the case must not exist
     */
    public void protect(CaseKey key, Set<PersonId> keptOut) {
        List<RecoverySheets.InForce> inForce = sheets.inForce(key.caseId().value());
        if (inForce.isEmpty()) {
            return;
        }
        RecoverySet set = inForce.getFirst().set();
        List<RecoverySheets.InForce> allowed = inForce.stream()
                .filter(one -> !keptOut.contains(one.sheet().holder()))
                .toList();
        boolean enough = allowed.size() >= set.needed();
        boolean done = enough
                ? inForce.stream().allMatch(one -> (one.share() != null) == allowed.contains(one))
                : coveredBy(set, key.caseId());
        if (done || !genuine(inForce)) {
            return;
        }
        forget(key.caseId());
        entities.persist(new RecoveryCover(key.caseId(), set.id(), enough ? allowed.size() : 0));
        if (enough) {
            List<byte[]> parts = Shares.split(key.secret(), set.needed(), inForce.size());
            for (RecoverySheets.InForce one : allowed) {
                RecoverySheet sheet = one.sheet();
                byte[] sealed = Hpke.seal(
                        java.util.Objects.requireNonNull(sheet.publicKey()),
                        parts.get(sheet.place() - 1),
                        context(key.caseId(), sheet));
                entities.persist(new RecoveryShare(key.caseId(), sheet.id(), sealed));
            }
        }
    }

    private boolean coveredBy(RecoverySet set, CaseId caseId) {
        return shares.cover(caseId.value())
                .filter(cover -> cover.setId().equals(set.id()) && cover.shares() == 0)
                .isPresent();
    }

    /** Takes every share of a case away, as where its key is destroyed or another takes its place. */
    public void forget(CaseId caseId) {
        List<RecoveryShare> old = shares.findByCaseId(caseId.value());
        Optional<RecoveryCover> cover = shares.cover(caseId.value());
        old.forEach(entities::remove);
        cover.ifPresent(entities::remove);
        if (cover.isPresent() || !old.isEmpty()) {
            entities.flush(); // deleted before others of the same name are inserted
        }
    }

    @Transactional(readOnly = true)
    public Coverage coverage() {
        long cases = caseKeys.countGuarded();
        return sets.findByState(State.ACTIVE).stream()
                .findFirst()
                .map(set -> new Coverage(cases, shares.covered(set.id()), shares.tooFew(set.id())))
                .orElse(new Coverage(cases, 0, 0));
    }

    /** Cases that the officer can open and that wait for somebody who can: for their shares, or a lost key. */
    @Transactional(readOnly = true)
    public List<CaseId> waiting(Officer officer, CaseId after, int limit) {
        UUID set = sets.findByState(State.ACTIVE).stream()
                .findFirst()
                .map(RecoverySet::id)
                .orElse(FIRST.value());
        return shares.lacking(officer.id().value(), set, after.value(), Limit.of(limit)).stream()
                .map(CaseId::new)
                .toList();
    }

    /** Which sheet of this organisation it is; nothing where it is none, or its row was changed. */
    @Transactional(readOnly = true)
    public Optional<Known> recognise(Sheet typed) {
        return sheets.findByPublicKey(typed.keys().publicKey())
                .flatMap(sheet -> sets.findById(sheet.setId())
                        .filter(set -> set.state() != State.PREPARED && genuine(set, sheet))
                        .map(set -> new Known(
                                sheet.id(),
                                typed,
                                set.number(),
                                set.needed(),
                                sheet.place(),
                                new Keeper(sheet.holder(), sheet.authority()))));
    }

    /**
     * The cases that these sheets of one set open and the person does not hold, by id.
     *
     * @param after the last of those that were seen before
     */
    @Transactional(readOnly = true)
    public List<CaseId> openedBy(Collection<Known> known, PersonId person, CaseId after, int limit) {
        int needed = known.stream().mapToInt(Known::needed).max().orElse(FEWEST_NEEDED);
        List<UUID> ids = known.stream().map(Known::id).toList();
        return shares.openedBy(ids, needed, person.value(), after.value(), Limit.of(limit)).stream()
                .map(CaseId::new)
                .toList();
    }

    /**
     * Puts the key of a case together again.
     *
     * @throws Problem not found, where the sheets are too few for the case
     * @throws IllegalStateException where what is stored was changed
     */
    @Transactional(readOnly = true)
    public CaseKey open(Collection<Known> known, CaseId caseId) {
        Map<UUID, Known> byId = known.stream().collect(Collectors.toMap(Known::id, Function.identity()));
        List<RecoveryShare> found = shares.findByCaseIdAndSheetIdIn(caseId.value(), byId.keySet());
        int needed = known.stream().mapToInt(Known::needed).max().orElse(FEWEST_NEEDED);
        if (found.size() < needed) {
            throw Problem.notFound();
        }
        Map<Integer, byte[]> parts = found.stream()
                .limit(needed)
                .map(share -> java.util.Objects.requireNonNull(byId.get(share.sheetId())))
                .collect(Collectors.toMap(Known::place, one -> part(one, caseId, found)));
        CaseKeyPair pair = caseKeys.findByCaseId(caseId.value()).orElseThrow(Problem::notFound);
        return CaseKey.recovered(caseId, Shares.join(parts), pair.sealedPrivateKey());
    }

    private byte[] part(Known known, CaseId caseId, List<RecoveryShare> found) {
        RecoveryShare share = found.stream()
                .filter(one -> one.sheetId().equals(known.id()))
                .findFirst()
                .orElseThrow();
        RecoverySheet sheet = sheets.findByPublicKey(known.sheet().keys().publicKey()).orElseThrow();
        try {
            return Hpke.open(known.sheet().keys(), share.sealed(), context(caseId, sheet));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A share of case " + caseId + " does not open", e);
        }
    }

    private SetView view(RecoverySet set) {
        List<SheetView> views = sheets.findBySetIdOrderByPlace(set.id()).stream()
                .map(sheet -> new SheetView(
                        sheet.place(), new Keeper(sheet.holder(), sheet.authority()), sheet.printedAt()))
                .toList();
        return new SetView(set.number(), set.needed(), set.state(), set.preparedAt(), views);
    }

    private boolean genuine(List<RecoverySheets.InForce> all) {
        RecoverySet set = all.getFirst().set();
        boolean genuine = all.stream()
                .allMatch(one -> one.set().id().equals(set.id()) && genuine(set, all.size(), one.sheet()));
        if (!genuine) {
            log.error("Recovery set {} was changed behind the program's back; no case is shared under it", set.id());
        }
        return genuine;
    }

    private boolean genuine(RecoverySet set, RecoverySheet sheet) {
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

    private static byte[] context(CaseId caseId, RecoverySheet sheet) {
        return String.join(
                        "/",
                        "sucharit/v1/share",
                        CurrentOrganisation.get().toString(),
                        caseId.toString(),
                        sheet.setId().toString(),
                        sheet.holder().toString(),
                        Integer.toString(sheet.place()))
                .getBytes(StandardCharsets.UTF_8);
    }
}
