package org.sucharit.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Access;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.Keeping;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Ground;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.Workflow;

/**
 * Keeps closed cases for the time that the organisation sets, and destroys them after it: only what is closed, read and
 * not on hold, and only by two people, the one asking with a reason and another, neither of them in conflict with the
 * case. The second is let in by the request where nobody else has the case open, and stands down where it falls.
 */
@Component
@Transactional
public class Retention {

    /** After so long a request that nobody confirmed is void. */
    static final Duration LAPSES_AFTER = Duration.ofDays(30);

    private static final int BATCH = 100;

    private final CaseFiles cases;
    private final Disposers disposers;
    private final Access access;
    private final Vault vault;
    private final Workflow workflow;
    private final Notices notices;
    private final Organisations organisations;
    private final Register register;
    private final Time time;

    Retention(
            CaseFiles cases,
            Disposers disposers,
            Access access,
            Vault vault,
            Workflow workflow,
            Notices notices,
            Organisations organisations,
            Register register,
            Time time) {
        this.cases = cases;
        this.disposers = disposers;
        this.access = access;
        this.vault = vault;
        this.workflow = workflow;
        this.notices = notices;
        this.organisations = organisations;
        this.register = register;
        this.time = time;
    }

    /** The cases past their time, of those that the officer can open; the longest closed first. */
    @Transactional(readOnly = true)
    Slice<Standing> due(Officer officer, Pageable page) {
        return cases.closedUntil(officer, time.today().minusYears(years()), page)
                .map(summary -> standing(officer, summary.id()));
    }

    /** @throws Problem not found, where the officer cannot open the case */
    @Transactional(readOnly = true)
    Standing standing(Officer officer, CaseId id) {
        OpenCase open = cases.open(officer, id);
        Keeping keeping = open.file().keeping();
        PersonId me = officer.id();
        boolean disposer = disposers.may(open, me);
        List<Obstacle> obstacles = obstacles(open);
        boolean asked = keeping.purgeAskedBy().isPresent();
        boolean mayLift = keeping.held() && disposer && !keeping.heldBy().equals(Optional.of(me));
        boolean mine = keeping.purgeAskedBy().equals(Optional.of(me));
        return new Standing(
                cases.summary(officer, id),
                open.file().closedOn().orElse(null),
                keptUntil(open.file()),
                obstacles,
                keeping.heldBy()
                        .map(by -> told(
                                open,
                                Content.HoldPlaced.class,
                                leaf -> new Standing.Hold(
                                        by, leaf.at(), leaf.content().reason())))
                        .orElse(null),
                keeping.purgeAskedBy()
                        .map(by -> told(
                                open,
                                Content.PurgeAsked.class,
                                leaf -> new Standing.Request(
                                        by,
                                        leaf.at(),
                                        leaf.content().reason(),
                                        Time.dayOf(leaf.at().plus(LAPSES_AFTER)))))
                        .orElse(null),
                new Standing.May(
                        !keeping.held() && mayHold(open, me, disposer),
                        mayLift,
                        keeping.held() && !mayLift,
                        disposer && !asked && obstacles.isEmpty(),
                        asked && (disposer || mine),
                        disposer && asked && !mine && obstacles.isEmpty()));
    }

    private static <T extends Content, R> R told(OpenCase open, Class<T> kind, Function<Filed<T>, R> as) {
        return open.last(kind).map(as).orElseThrow();
    }

    /**
     * Places a hold: until another person lifts it the case can be neither destroyed nor asked for.
     *
     * @throws Problem forbidden, where the officer neither may destroy cases nor inquired into this one
     */
    public void hold(Officer officer, CaseId id, String reason) {
        Words.check().text("reason", reason).orThrow();
        OpenCase open = opened(officer, id);
        require(mayHold(open, officer.id(), disposers.may(open, officer.id())), "keeping.mayNotHold");
        boolean asked = open.file().keeping().purgeAskedBy().isPresent();
        open.file().keeping().hold(officer.id());
        note(Act.HOLD_PLACED, open, officer.id(), new Content.HoldPlaced(reason));
        if (asked) {
            drop(open.file(), officer.id(), "HELD");
        }
    }

    /**
     * Asks somebody to lift the hold who may, and lets them in where nobody of them has the case open. For whoever can
     * open the case.
     */
    public void askLift(Officer officer, CaseId id) {
        OpenCase open = opened(officer, id);
        PersonId placed = open.file().keeping().heldBy().orElseThrow(() -> Problem.conflict("keeping.notHeld"));
        second(open, placed, Notices.Kind.HOLD);
    }

    /** @throws Problem forbidden, where the officer may not destroy cases or placed the hold */
    public void lift(Officer officer, CaseId id, String reason) {
        Words.check().text("reason", reason).orThrow();
        OpenCase open = opened(officer, id);
        require(disposers.may(open, officer.id()), "keeping.mayNot");
        open.file().keeping().lift(officer.id());
        note(Act.HOLD_LIFTED, open, officer.id(), new Content.HoldLifted(reason));
        access.settle(open.file());
    }

    /**
     * Asks for the destruction of a case; nothing is destroyed by it.
     *
     * @throws Problem forbidden, where the officer may not; conflict, where anything stands in the way
     */
    public void ask(Officer officer, CaseId id, String reason) {
        Words.check().text("reason", reason).orThrow();
        OpenCase open = opened(officer, id);
        require(disposers.may(open, officer.id()), "keeping.mayNot");
        unobstructed(open);
        open.file().keeping().askPurge(officer.id(), time.now());
        note(Act.PURGE_ASKED, open, officer.id(), new Content.PurgeAsked(reason));
        second(open, officer.id(), Notices.Kind.PURGE);
    }

    /** Whoever can be the second is told; where nobody of them has the case open, the first on standby is let in. */
    private void second(OpenCase open, PersonId first, Notices.Kind why) {
        Set<PersonId> others = disposers.inOrder(open);
        others.remove(first);
        Set<PersonId> readers = vault.readers(open.id());
        if (others.stream().noneMatch(readers::contains)) {
            others.stream().findFirst().ifPresent(other -> access.open(open.id(), other, Ground.STEP));
        }
        others.retainAll(vault.readers(open.id()));
        others.forEach(other -> notices.tell(other, open.id(), why));
    }

    /** Takes a request back; whoever may destroy cases can, and whoever asked. */
    public void withdraw(Officer officer, CaseId id) {
        OpenCase open = opened(officer, id);
        Keeping keeping = open.file().keeping();
        PersonId asker = keeping.purgeAskedBy().orElseThrow(() -> Problem.conflict("keeping.notAsked"));
        require(asker.equals(officer.id()) || disposers.may(open, officer.id()), "keeping.mayNot");
        drop(open.file(), officer.id(), "WITHDRAWN");
    }

    /**
     * Destroys the case: keys, folios, files and notices are gone when this returns and its transaction commits.
     *
     * @throws Problem forbidden, where the officer may not or asked for it; conflict, where anything stands in the way,
     *     as that who asked may not any longer
     */
    public void confirm(Officer officer, CaseId id) {
        OpenCase open = opened(officer, id);
        require(disposers.may(open, officer.id()), "keeping.mayNot");
        Keeping keeping = open.file().keeping();
        keeping.mayConfirmPurge(officer.id());
        PersonId asker = keeping.purgeAskedBy().orElseThrow();
        if (!disposers.may(open, asker) || lapsed(keeping)) {
            throw Problem.conflict("keeping.requestVoid");
        }
        unobstructed(open);
        cases.destroy(open, officer.id());
        register.append(Note.of(Act.PURGED, id, officer.id())
                .detail(open.file().closedOn().orElseThrow().toString()));
    }

    /** Whether the case is still there for the officer, who may have been let in for one act. */
    @Transactional(readOnly = true)
    boolean isOpenTo(Officer officer, CaseId id) {
        return vault.readers(id).contains(officer.id());
    }

    /** Lets the requests of the current organisation fall that nobody confirmed in time. For a job; opens nothing. */
    public void lapse() {
        for (CaseFile file : cases.purgeAskedUntil(time.now().minus(LAPSES_AFTER), BATCH)) {
            drop(file, null, "LAPSED");
        }
    }

    private void drop(CaseFile file, @Nullable PersonId by, String why) {
        register.append(Note.of(Act.PURGE_DROPPED, file.id(), by).detail(why));
        file.keeping().dropPurge();
        access.settle(file);
    }

    private OpenCase opened(Officer officer, CaseId id) {
        OpenCase open = cases.open(officer, id);
        cases.lock(id);
        return open;
    }

    private void unobstructed(OpenCase open) {
        List<Obstacle> obstacles = obstacles(open);
        if (!obstacles.isEmpty()) {
            throw Problem.conflict("keeping.obstructed");
        }
    }

    private List<Obstacle> obstacles(OpenCase open) {
        CaseFile file = open.file();
        if (file.state() != CaseState.CLOSED) {
            return List.of(new Obstacle.NotClosed());
        }
        List<Obstacle> obstacles = new ArrayList<>();
        LocalDate until = file.closedOn().orElseThrow().plusYears(years(file));
        if (time.today().isBefore(until)) {
            obstacles.add(new Obstacle.Kept(until));
        }
        if (workflow.running(file.id()) || !workflow.tasksOf(file.id()).isEmpty()) {
            obstacles.add(new Obstacle.StillRunning());
        }
        if (file.keeping().held()) {
            obstacles.add(new Obstacle.Held());
        }
        if (notices.isUnread(file.id())) {
            obstacles.add(new Obstacle.Unread());
        }
        int unread = notices.haveNotRead(file.id());
        if (unread > 0) {
            obstacles.add(new Obstacle.UnreadNotices(unread));
        }
        if (disposers.inOrder(open).size() < 2) {
            obstacles.add(new Obstacle.NotTwo());
        }
        return obstacles;
    }

    private boolean lapsed(Keeping keeping) {
        Instant at = keeping.purgeAskedAt().orElseThrow();
        return !time.now().isBefore(at.plus(LAPSES_AFTER));
    }

    private static boolean mayHold(OpenCase open, PersonId person, boolean disposer) {
        return disposer || open.file().inquires(person);
    }

    private @Nullable LocalDate keptUntil(CaseFile file) {
        return file.closedOn().map(closed -> closed.plusYears(years(file))).orElse(null);
    }

    private int years(CaseFile file) {
        return file.keeping().years(years());
    }

    private int years() {
        return organisations.current().settings().terms().retentionYears();
    }

    private void note(Act act, OpenCase open, PersonId by, Content content) {
        OpenCase.Filing filing = open.add(by, content);
        register.append(Note.of(act, open.id(), by).content(filing.bytes()));
    }

    private static void require(boolean allowed, String code) {
        if (!allowed) {
            throw Problem.of(Problem.Kind.FORBIDDEN, code);
        }
    }
}
