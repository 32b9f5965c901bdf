package org.sucharit.assignment;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.vault.Recovery;
import org.sucharit.vault.Vault;

/**
 * The people who may come to be responsible for a case: those in the posts of the ladders, less those kept out. They
 * hold its key on standby, so that a timer can hand the case to the next of them without being able to open it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Circle {

    /** Whoever screens does not confirm it too. */
    private static final int ENOUGH = 2;

    private static final Set<PostKind> DECIDING =
            EnumSet.of(PostKind.MAYOR, PostKind.CHIEF_ADMINISTRATOR, PostKind.OFFICE_HEAD);

    /** Who comes next where the circle does not suffice, kind by kind. */
    private static final List<PostKind> WIDER = List.of(
            PostKind.DEPUTY_CHIEF_ADMINISTRATOR,
            PostKind.DIVISION_HEAD,
            PostKind.LEGAL_OFFICER,
            PostKind.PERSONNEL_OFFICER,
            PostKind.DIVISION_OFFICER,
            PostKind.COUNCIL_MEMBER,
            PostKind.DEPUTY_MAYOR);

    private final People people;
    private final Vault vault;
    private final Recovery recovery;
    private final Time time;

    Circle(People people, Vault vault, Recovery recovery, Time time) {
        this.people = people;
        this.vault = vault;
        this.recovery = recovery;
        this.time = time;
    }

    /** Who is left to work on a case. */
    public enum Reach {
        /** Somebody who could decide on it. */
        INSIDE,
        /** Somebody, but nobody who could decide: it goes to an authority outside. */
        OUTSIDE,
        NOBODY
    }

    /**
     * Gives the key, on standby, to everybody of the circle who has none: all of them when the case is opened, later
     * those who came into a post or act for somebody since. Where too few are left of the circle to check each other,
     * others get it, kind of post by kind of post; never an administrator. Whoever lost the key and has a new one that
     * counts gets back what they had, and the recovery sheets in force get their shares.
     */
    public Reach complete(OpenCase open) {
        Set<PersonId> keptOut = open.keptOut();
        List<Holder> officers = officers();
        vault.restore(open.key(), keptOut);
        vault.standBy(open.key(), in(Ladder.CIRCLE, officers, keptOut));
        recovery.protect(open.key(), keptOut);
        Set<PersonId> left = left(open, officers, keptOut);
        for (PostKind post : WIDER) {
            if (left.size() >= ENOUGH) {
                break;
            }
            vault.standBy(open.key(), in(Set.of(post), officers, keptOut));
            left = left(open, officers, keptOut);
        }
        if (left.isEmpty()) {
            return Reach.NOBODY;
        }
        return couldDecide(officers, keptOut) ? Reach.INSIDE : Reach.OUTSIDE;
    }

    /** Who would be left to work on a case that is kept from these. */
    @Transactional(readOnly = true)
    Reach without(Set<PersonId> keptOut) {
        Set<PostKind> posts = EnumSet.copyOf(Ladder.CIRCLE);
        posts.addAll(WIDER);
        List<Holder> officers = officers();
        if (vault.enrolled(in(posts, officers, keptOut)).isEmpty()) {
            return Reach.NOBODY;
        }
        return couldDecide(officers, keptOut) ? Reach.INSIDE : Reach.OUTSIDE;
    }

    /** Whether enough of the circle hold the key of a case to check each other. */
    boolean suffices(CaseId id) {
        Set<PersonId> holders = vault.holders(id);
        holders.retainAll(members());
        return holders.size() >= ENOUGH;
    }

    /** Those who hold the key, in office and not kept out. */
    private Set<PersonId> left(OpenCase open, List<Holder> officers, Set<PersonId> keptOut) {
        Set<PersonId> left = in(EnumSet.allOf(PostKind.class), officers, keptOut);
        left.retainAll(vault.holders(open.id()));
        return left;
    }

    /** A post that nobody holds is a vacancy, and no conflict: the case waits inside for whoever comes. */
    private static boolean couldDecide(List<Holder> officers, Set<PersonId> keptOut) {
        boolean anybody = !in(DECIDING, officers, Set.of()).isEmpty();
        return !anybody || !in(DECIDING, officers, keptOut).isEmpty();
    }

    private static Set<PersonId> in(Set<PostKind> posts, List<Holder> officers, Set<PersonId> keptOut) {
        return officers.stream()
                .filter(holder -> posts.contains(holder.post().kind()))
                .map(holder -> holder.person().id())
                .filter(person -> !keptOut.contains(person))
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether somebody serves today in a post whose holders may come to be responsible for any case. */
    @Transactional(readOnly = true)
    public boolean has(PersonId person) {
        return people.postsOf(person, time.today()).stream()
                .anyMatch(holder ->
                        holder.serving() && Ladder.CIRCLE.contains(holder.post().kind()));
    }

    /** Those in the posts of the ladders today, those who are stood in for among them. */
    Set<PersonId> members() {
        return in(Ladder.CIRCLE, officers(), Set.of());
    }

    private List<Holder> officers() {
        return people.officers(time.today()).stream()
                .filter(holder -> holder.person().active())
                .toList();
    }
}
