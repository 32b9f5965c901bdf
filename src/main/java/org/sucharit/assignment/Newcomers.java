package org.sucharit.assignment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;

/**
 * Whoever came into a post since, an acting officer on their first day, gets the cases that the circle holds and they do
 * not. Nobody need ask: whoever of the circle looks at their desk does it. Each case is a transaction of its own, so that
 * one which cannot be given stops neither the others nor the desk.
 */
@Component
public class Newcomers {

    /** Cases at a time, so that a desk opens as fast on the day after an election. */
    static final int AT_A_TIME = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);

    private record Tried(CaseId id, PersonId newcomer) {}

    private final HandingOver handingOver;
    private final Circle circle;
    private final CaseFiles cases;
    private final Vault vault;
    private final Time time;
    private final TransactionTemplate transaction;

    /** What was tried today and not given, so that whoever is kept out of a case is not tried at each look. */
    private final Set<Tried> tried = ConcurrentHashMap.newKeySet();

    private volatile LocalDate triedOn = LocalDate.MIN;

    Newcomers(
            HandingOver handingOver,
            Circle circle,
            CaseFiles cases,
            Vault vault,
            Time time,
            PlatformTransactionManager transactions) {
        this.handingOver = handingOver;
        this.circle = circle;
        this.cases = cases;
        this.vault = vault;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Gives cases that the officer holds to those of the circle who do not: the open before the closed, and no more than
     * {@link #AT_A_TIME}; the next look goes on with the rest. Does nothing where the officer is not of the circle.
     *
     * @return how many cases were opened for it
     */
    public int welcome(Officer officer) {
        forget();
        Map<CaseId, Set<PersonId>> lacking = transaction.execute(_ -> lacking(officer));
        lacking.forEach((id, newcomers) -> welcome(officer, id, newcomers));
        return lacking.size();
    }

    private Map<CaseId, Set<PersonId>> lacking(Officer officer) {
        Map<CaseId, Set<PersonId>> lacking = new LinkedHashMap<>();
        Set<PersonId> members = circle.members();
        if (!members.remove(officer.id())) {
            return lacking;
        }
        for (PersonId newcomer : vault.enrolled(members)) {
            for (CaseId id : vault.heldWithout(officer.id(), newcomer)) {
                if (!tried.contains(new Tried(id, newcomer))) {
                    lacking.computeIfAbsent(id, one -> new HashSet<>()).add(newcomer);
                }
            }
        }
        if (lacking.size() <= AT_A_TIME) {
            return lacking;
        }
        Set<CaseId> open = cases.openAmong(lacking.keySet());
        List<CaseId> first = lacking.keySet().stream()
                .sorted(Comparator.comparing((CaseId id) -> !open.contains(id)))
                .limit(AT_A_TIME)
                .toList();
        lacking.keySet().retainAll(Set.copyOf(first));
        return lacking;
    }

    private void welcome(Officer officer, CaseId id, Set<PersonId> newcomers) {
        newcomers.forEach(newcomer -> tried.add(new Tried(id, newcomer)));
        try {
            Set<PersonId> holders = transaction.execute(_ -> {
                handingOver.give(officer, id, newcomers);
                return vault.holders(id);
            });
            newcomers.stream()
                    .filter(holders::contains)
                    .forEach(newcomer ->
                            tried.remove(new Tried(id, newcomer))); // who loses it again today may get it again
        } catch (RuntimeException e) {
            LOG.warn(
                    "Case {} could not be given to those who came: {}",
                    id,
                    e.getClass().getSimpleName());
        }
    }

    private void forget() {
        LocalDate today = time.today();
        if (!today.equals(triedOn)) {
            tried.clear();
            triedOn = today;
        }
    }
}
