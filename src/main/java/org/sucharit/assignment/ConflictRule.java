package org.sucharit.assignment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Content.KeptOut.Why;
import org.sucharit.casefile.Route;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.UnitKind;

/**
 * The table of who may not touch a case (Administrative Procedure Act B.E. 2539, ss. 13-16), read from the top: who is
 * accused, the way that the case takes then, and who is kept out besides. Of several rows that hold for the accused the
 * first decides the way; every one of them keeps out. The posts of those kept out fall away from the way of the case
 * by themselves, because they hold no grant.
 */
public enum ConflictRule {
    MAYOR(Route.EXECUTIVE, is(PostKind.MAYOR), ConflictRule::headsExecutive, Why.EXECUTIVE_ACCUSED, "13(1), 16"),
    DEPUTY_MAYOR(
            Route.EXECUTIVE, is(PostKind.DEPUTY_MAYOR), ConflictRule::headsExecutive, Why.EXECUTIVE_ACCUSED, "13(1), 16"),
    COUNCIL_MEMBER(
            Route.EXECUTIVE,
            is(PostKind.COUNCIL_MEMBER),
            ConflictRule::headsExecutive,
            Why.EXECUTIVE_ACCUSED,
            "13(1), 16"),
    PERSONNEL_UNIT(
            Route.PERSONNEL_UNIT,
            ConflictRule::worksOnPersonnel,
            (accused, other) -> other.post().unit().kind() == UnitKind.PERSONNEL_UNIT,
            Why.UNIT_OF_ACCUSED,
            "13(1), 16"),
    CHIEF_ADMINISTRATOR(Route.CHIEF_ADMINISTRATOR, is(PostKind.CHIEF_ADMINISTRATOR), "13(1)"),
    OFFICE_HEAD(Route.OFFICE_HEAD, is(PostKind.OFFICE_HEAD), "13(1)"),
    INTAKE_CLERK(Route.INTAKE, is(PostKind.INTAKE_CLERK), "13(1)"),
    DEPUTY_CHIEF_ADMINISTRATOR(Route.ORDINARY, is(PostKind.DEPUTY_CHIEF_ADMINISTRATOR), "13(1)"),
    DIVISION_HEAD(Route.ORDINARY, is(PostKind.DIVISION_HEAD), "13(1)"),
    STAFF(Route.ORDINARY, holder -> true, "13(1)"),
    /** Whoever is accused and holds a post that another acts in. */
    ACTING_FOR_ACCUSED(
            null,
            holder -> !holder.acting(),
            (accused, other) -> other.acting() && other.post().id().equals(accused.post().id()),
            Why.ACTS_FOR_ACCUSED,
            "16"),
    /** Tied to an accused person by what either of them declared. */
    RELATIVE(Why.RELATIVE, "13(2)-(6)"),
    /** Bears the surname of an accused person. */
    SAME_SURNAME(Why.SAME_SURNAME, "13(3)"),
    /** May be meant by a name or post that was written, without its being certain. */
    PROBABLE_MATCH(Why.PROBABLE_MATCH, "16"),
    /** Named by the intake clerk, as the mayor by a caller of the mayor's own hotline. */
    NAMED_AT_INTAKE(Why.NAMED_AT_INTAKE, "16"),
    /** Stepped aside from the inquiry or its committee. */
    STEPPED_ASIDE(Why.STEPPED_ASIDE, "14, 16"),
    /** The investigator turns out to be accused, or tied to an accused person: another is named. */
    INVESTIGATOR("13, 16"),
    /** Keeps a share of the keys for recovery: of this case they get none. */
    SHARE_HOLDER("16"),
    /** Nobody who could decide is left: the case goes outside, by somebody who is not conflicted. */
    NOBODY_LEFT(Route.EXECUTIVE, "15, 16");

    private final @Nullable Route route;
    private final Predicate<Holder> accused;
    private final BiPredicate<Holder, Holder> keepsToo;
    private final @Nullable Why why;
    private final String sections;

    /** By a post of the accused. */
    ConflictRule(
            @Nullable Route route,
            Predicate<Holder> accused,
            BiPredicate<Holder, Holder> keepsToo,
            @Nullable Why why,
            String sections) {
        this.route = route;
        this.accused = accused;
        this.keepsToo = keepsToo;
        this.why = why;
        this.sections = sections;
    }

    /** By a post of the accused, who alone are kept out. */
    ConflictRule(Route route, Predicate<Holder> accused, String sections) {
        this(route, accused, (one, other) -> false, Why.ACCUSED, sections);
    }

    /** By what ties somebody to the accused or to the case. */
    ConflictRule(Why why, String sections) {
        this(null, holder -> false, (one, other) -> false, why, sections);
    }

    /** By who is left. */
    ConflictRule(Route route, String sections) {
        this(route, holder -> false, (one, other) -> false, null, sections);
    }

    /** By what somebody does in the case. */
    ConflictRule(String sections) {
        this(null, holder -> false, (one, other) -> false, null, sections);
    }

    /** The way that the case takes; nothing where the row leaves it as it is. */
    public Optional<Route> route() {
        return Optional.ofNullable(route);
    }

    /** Why somebody is kept out by it; nothing where it keeps nobody out of itself. */
    public Optional<Why> why() {
        return Optional.ofNullable(why);
    }

    /** Of the Administrative Procedure Act B.E. 2539. */
    public String sections() {
        return sections;
    }

    /** The way of a case whose accused hold these posts; ordinary where they hold none. */
    static Route route(List<Holder> posts) {
        for (ConflictRule rule : values()) {
            if (rule.route != null && posts.stream().anyMatch(rule.accused)) {
                return rule.route;
            }
        }
        return Route.ORDINARY;
    }

    /** Whom the row keeps out because somebody who holds these posts is accused. */
    Set<PersonId> keeps(List<Holder> posts, List<Holder> inPost) {
        List<Holder> meant = posts.stream().filter(accused).toList();
        return inPost.stream()
                .filter(other -> meant.stream().anyMatch(held -> keepsToo.test(held, other)))
                .map(other -> other.person().id())
                .collect(Collectors.toSet());
    }

    private static Predicate<Holder> is(PostKind kind) {
        return holder -> holder.post().kind() == kind;
    }

    private static boolean headsExecutive(Holder accused, Holder other) {
        return other.post().kind() == PostKind.MAYOR || other.post().kind() == PostKind.DEPUTY_MAYOR;
    }

    private static boolean worksOnPersonnel(Holder holder) {
        return holder.post().kind() == PostKind.PERSONNEL_HEAD
                || holder.post().unit().kind() == UnitKind.PERSONNEL_UNIT;
    }
}
