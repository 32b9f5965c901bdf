package org.sucharit.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.assignment.Circle;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.CaseKey;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Recovery;
import org.sucharit.vault.Recovery.Known;
import org.sucharit.vault.SheetSets;
import org.sucharit.vault.Vault;
import org.sucharit.vault.Vouching;

/**
 * Brings cases back with the sheets of so many holders as the set asks for, lying together before one officer. They come
 * back only to those who held them or may come to be responsible for them, and are kept out of none; of their content
 * the ceremony shows nothing.
 */
@Component
class Ceremony {

    private static final int BATCH = 200;

    /**
     * @param cases how many came back
     * @param damaged how many could not, because what is stored of their shares was changed
     */
    record Outcome(int cases, int damaged) {

        Outcome and(Outcome more) {
            return new Outcome(cases + more.cases, damaged + more.damaged);
        }
    }

    private final Recovery recovery;
    private final SheetSets sets;
    private final Vouching vouching;
    private final CaseFiles cases;
    private final Circle circle;
    private final Vault vault;
    private final Care care;
    private final Register register;
    private final Duty duty;
    private final TransactionTemplate transaction;

    Ceremony(
            Recovery recovery,
            SheetSets sets,
            Vouching vouching,
            CaseFiles cases,
            Circle circle,
            Vault vault,
            Care care,
            Register register,
            Duty duty,
            PlatformTransactionManager transactions) {
        this.recovery = recovery;
        this.sets = sets;
        this.vouching = vouching;
        this.cases = cases;
        this.circle = circle;
        this.vault = vault;
        this.care = care;
        this.register = register;
        this.duty = duty;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The sheets by the number of their set; a set is complete with so many as it needs. */
    static Map<Integer, List<Known>> bySet(List<Known> sheets) {
        return sheets.stream().collect(Collectors.groupingBy(Known::set, TreeMap::new, Collectors.toList()));
    }

    static boolean complete(List<Known> ofOneSet) {
        return ofOneSet.size() >= ofOneSet.getFirst().needed();
    }

    /**
     * Brings back every case that the sheets open, one batch in each transaction. Where nobody has vouched for the
     * officer's key yet, the holders of a complete set in force do so by being there.
     *
     * @throws Problem forbidden, where the officer works on no case; conflict, where the sheets of no set are enough, or
     *     the officer's key does not count
     */
    Outcome bringBack(Officer officer, List<Known> sheets) {
        duty.require(officer);
        List<List<Known>> complete =
                bySet(sheets).values().stream().filter(Ceremony::complete).toList();
        if (complete.isEmpty()) {
            throw Problem.conflict("recovery.tooFewSheets");
        }
        transaction.executeWithoutResult(status -> begin(officer, complete));
        Outcome outcome = new Outcome(0, 0);
        for (List<Known> set : complete) {
            List<CaseId> batch = recovery.openedBy(set, officer.id(), Recovery.FIRST, BATCH);
            while (!batch.isEmpty()) {
                List<CaseId> these = batch;
                outcome = outcome.and(
                        Objects.requireNonNull(transaction.execute(status -> bringBack(officer, set, these))));
                batch = recovery.openedBy(set, officer.id(), these.getLast(), BATCH);
            }
        }
        String count = outcome.cases() + " " + outcome.damaged();
        transaction.executeWithoutResult(
                status -> register.append(Note.of(Act.RECOVERED, officer.id()).detail("cases " + count)));
        return outcome;
    }

    /** Whose sheets lay there is entered before anything is opened with them. */
    private void begin(Officer officer, List<List<Known>> complete) {
        if (!vouching.counts(officer)) {
            vouching.vouchBySheets(voucher(officer, complete), officer);
            register.append(
                    Note.of(Act.VOUCHED, officer.id()).detail(officer.id().toString()));
        }
        for (Known sheet : complete.stream().flatMap(List::stream).toList()) {
            register.append(Note.of(Act.RECOVERED, sheet.keeper().holder())
                    .detail("sheet " + sheet.set() + "/" + sheet.place()));
        }
    }

    private PersonId voucher(Officer officer, List<List<Known>> complete) {
        int inForce = sets.active().map(SheetSets.SetView::number).orElse(0);
        return complete.stream()
                .filter(set -> set.getFirst().set() == inForce)
                .flatMap(List::stream)
                .map(sheet -> sheet.keeper().holder())
                .filter(holder -> !holder.equals(officer.id()))
                .findFirst()
                .orElseThrow(() -> Problem.conflict("vouch.waiting"));
    }

    private Outcome bringBack(Officer officer, List<Known> set, List<CaseId> batch) {
        int back = 0;
        List<CaseId> damaged = new ArrayList<>();
        for (CaseId id : batch) {
            Optional<CaseKey> key = recovery.open(set, id);
            if (key.isEmpty()) {
                damaged.add(id);
            } else if (bringBack(officer, cases.open(key.get()))) {
                back++;
            }
        }
        return new Outcome(back, damaged.size());
    }

    private boolean bringBack(Officer officer, OpenCase open) {
        boolean theirs = vault.hasLost(open.id(), officer.id()) || circle.has(officer.id());
        if (!theirs || open.keptOut().contains(officer.id())) {
            return false;
        }
        care.complete(open);
        register.append(Note.of(Act.RECOVERED, open.id(), officer.id()));
        return true;
    }
}
