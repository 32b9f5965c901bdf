package org.sucharit.vault;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;

/**
 * Recovery without a master key. The key of each case is split among the sheets of the set in force, of which so many
 * as the set needs together open it and fewer tell nothing; whoever is kept from a case gets no share of it.
 * Each share is sealed to the public key of a sheet, whose private key stands on paper alone.
 */
@Component
@Transactional
public class Recovery {

    private static final Logger log = LoggerFactory.getLogger(Recovery.class);

    /** Smaller than every other. */
    public static final CaseId FIRST = new CaseId(new UUID(0, 0));

    /**
     * How many cases there are, how many come back by the sheets in force, and for how many too few of the holders may
     * have a share. The others wait for somebody who can open them.
     */
    public record Coverage(long cases, long covered, long tooFew) {

        public long waiting() {
            return Math.max(0, cases - covered - tooFew);
        }
    }

    /** What a sheet that was typed in turned out to be. */
    public record Known(UUID id, Sheet sheet, int set, int needed, int place, SheetSets.Keeper keeper) {}

    private final SheetSets sheetSets;
    private final RecoverySets sets;
    private final RecoverySheets sheets;
    private final RecoveryShares shares;
    private final CaseKeyPairRepository caseKeys;
    private final EntityManager entities;

    Recovery(
            SheetSets sheetSets,
            RecoverySets sets,
            RecoverySheets sheets,
            RecoveryShares shares,
            CaseKeyPairRepository caseKeys,
            EntityManager entities) {
        this.sheetSets = sheetSets;
        this.sets = sets;
        this.sheets = sheets;
        this.shares = shares;
        this.caseKeys = caseKeys;
        this.entities = entities;
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
        if (done || !sheetSets.genuine(inForce)) {
            return;
        }
        forget(key.caseId());
        entities.persist(new RecoveryCover(key.caseId(), set.id(), enough ? allowed.size() : 0));
        if (enough) {
            List<byte[]> parts = Shares.split(key.secret(), set.needed(), inForce.size());
            for (RecoverySheets.InForce one : allowed) {
                RecoverySheet sheet = one.sheet();
                byte[] sealed = Hpke.seal(
                        Objects.requireNonNull(sheet.publicKey()),
                        parts.get(sheet.place() - 1),
                        context(key.caseId(), sheet.id(), sheet.place(), sheet.holder()));
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
        long cases = ((Number) entities.createNativeQuery(
                                "select count(*) from case_key where organisation_id = ? and octet_length(public_key) > 0")
                        .setParameter(1, CurrentOrganisation.get().value())
                        .getSingleResult())
                .longValue();
        return sets.findByState(SheetSets.State.ACTIVE).stream()
                .findFirst()
                .map(set -> new Coverage(cases, shares.covered(set.id()), shares.tooFew(set.id())))
                .orElse(new Coverage(cases, 0, 0));
    }

    /** Cases whose key the officer holds and that wait for a holder: for their shares, or for a lost key. */
    @Transactional(readOnly = true)
    public List<CaseId> waiting(Officer officer, CaseId after, int limit) {
        UUID set = sets.findByState(SheetSets.State.ACTIVE).stream()
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
                        .filter(set -> set.state() != SheetSets.State.PREPARED && sheetSets.genuine(set, sheet))
                        .map(set -> new Known(
                                sheet.id(),
                                typed,
                                set.number(),
                                set.needed(),
                                sheet.place(),
                                new SheetSets.Keeper(sheet.holder(), sheet.authority()))));
    }

    /**
     * The cases that these sheets of one set open and the person does not hold, by id.
     *
     * @param after the last of those that were seen before
     */
    @Transactional(readOnly = true)
    public List<CaseId> openedBy(Collection<Known> known, PersonId person, CaseId after, int limit) {
        int needed = known.stream().mapToInt(Known::needed).max().orElse(SheetSets.FEWEST_NEEDED);
        List<UUID> ids = known.stream().map(Known::id).toList();
        return shares.openedBy(ids, needed, person.value(), after.value(), Limit.of(limit)).stream()
                .map(CaseId::new)
                .toList();
    }

    /**
     * Puts the key of a case together again.
     *
     * @return nothing where the sheets are too few for the case, or what is stored of it was changed
     */
    @Transactional(readOnly = true)
    public Optional<CaseKey> open(Collection<Known> known, CaseId caseId) {
        Map<UUID, Known> byId = known.stream().collect(Collectors.toMap(Known::id, Function.identity()));
        int needed = known.stream().mapToInt(Known::needed).max().orElse(SheetSets.FEWEST_NEEDED);
        List<RecoveryShare> found = shares.findByCaseIdAndSheetIdIn(caseId.value(), byId.keySet()).stream()
                .limit(needed)
                .toList();
        Optional<CaseKeyPair> pair = caseKeys.findByCaseId(caseId.value());
        if (found.size() < needed || pair.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<Integer, byte[]> parts = new HashMap<>();
            for (RecoveryShare share : found) {
                Known sheet = Objects.requireNonNull(byId.get(share.sheetId()));
                parts.put(sheet.place(), Hpke.open(sheet.sheet().keys(), share.sealed(), context(caseId, sheet)));
            }
            return Optional.of(
                    CaseKey.recovered(caseId, Shares.join(parts), pair.get().sealedPrivateKey()));
        } catch (GeneralSecurityException changed) {
            log.error("The shares of case {} were changed behind the program's back", caseId, changed);
            return Optional.empty();
        }
    }

    private static byte[] context(CaseId caseId, Known sheet) {
        return context(caseId, sheet.id(), sheet.place(), sheet.keeper().holder());
    }

    private static byte[] context(CaseId caseId, UUID sheet, int place, PersonId holder) {
        return String.join(
                        "/",
                        "sucharit/v1/share",
                        CurrentOrganisation.get().toString(),
                        caseId.toString(),
                        sheet.toString(),
                        Integer.toString(place),
                        holder.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}
