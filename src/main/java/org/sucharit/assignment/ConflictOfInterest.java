package org.sucharit.assignment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Content.KeptOut.Why;
import org.sucharit.casefile.Route;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.UnitKind;

/**
 * Who may not touch a case (Administrative Procedure Act B.E. 2539, ss. 13-16). Applied before any key is wrapped:
 *
 * <ul>
 *   <li>the accused and those who act for them are kept out, whoever they are;
 *   <li>somebody of the personnel unit is accused: the whole unit is kept out, and the chief administrator names an
 *       investigator from elsewhere;
 *   <li>the mayor, a deputy or a member of the council is accused: the mayor and the deputies are kept out, and the
 *       case goes to an authority outside.
 * </ul>
 *
 * The posts of those kept out fall away from the way of the case by themselves, because they hold no grant.
 */
@Component
public class ConflictOfInterest {

    private static final Set<PostKind> EXECUTIVE =
            EnumSet.of(PostKind.MAYOR, PostKind.DEPUTY_MAYOR, PostKind.COUNCIL_MEMBER);
    private static final Set<PostKind> HEADS_OF_THE_EXECUTIVE = EnumSet.of(PostKind.MAYOR, PostKind.DEPUTY_MAYOR);

    private final People people;
    private final AccusedNames names;
    private final Time time;

    ConflictOfInterest(People people, AccusedNames names, Time time) {
        this.people = people;
        this.names = names;
        this.time = time;
    }

    /**
     * @param accused as named by the reporter; a name or post that fits somebody keeps them out, right or wrong
     * @param namedAtIntake others whom the intake clerk keeps from the case
     */
    public Conflict check(Collection<Content.Accused> accused, Collection<PersonId> namedAtIntake) {
        LocalDate today = time.today();
        List<Holder> inPost = people.officers(today);
        Set<PersonId> persons = accused.stream()
                .flatMap(one -> names.matching(one, inPost).stream())
                .collect(Collectors.toSet());
        Map<PersonId, Why> keptOut = new LinkedHashMap<>();
        persons.forEach(person -> keptOut.put(person, Why.ACCUSED));

        List<Holder> posts = inPost.stream()
                .filter(holder -> persons.contains(holder.person().id()))
                .toList();
        Route route = route(posts);
        switch (route) {
            case EXECUTIVE ->
                inPost.stream()
                        .filter(holder ->
                                HEADS_OF_THE_EXECUTIVE.contains(holder.post().kind()))
                        .forEach(holder -> keptOut.putIfAbsent(holder.person().id(), Why.EXECUTIVE_ACCUSED));
            case PERSONNEL_UNIT, CHIEF_ADMINISTRATOR, OFFICE_HEAD, INTAKE, ORDINARY -> {}
        }
        if (inPersonnelUnit(posts)) {
            inPost.stream()
                    .filter(holder -> holder.post().unit().kind() == UnitKind.PERSONNEL_UNIT)
                    .forEach(holder -> keptOut.putIfAbsent(holder.person().id(), Why.UNIT_OF_ACCUSED));
        }
        actingFor(posts, inPost).forEach(person -> keptOut.putIfAbsent(person, Why.ACTS_FOR_ACCUSED));
        namedAtIntake.forEach(person -> keptOut.putIfAbsent(person, Why.NAMED_AT_INTAKE));
        return new Conflict(route, keptOut);
    }

    /** The highest of the accused decides the way. */
    private static Route route(List<Holder> posts) {
        Set<PostKind> kinds = posts.stream().map(holder -> holder.post().kind()).collect(Collectors.toSet());
        if (kinds.stream().anyMatch(EXECUTIVE::contains)) {
            return Route.EXECUTIVE;
        }
        if (inPersonnelUnit(posts)) {
            return Route.PERSONNEL_UNIT;
        }
        if (kinds.contains(PostKind.CHIEF_ADMINISTRATOR)) {
            return Route.CHIEF_ADMINISTRATOR;
        }
        if (kinds.contains(PostKind.OFFICE_HEAD)) {
            return Route.OFFICE_HEAD;
        }
        return kinds.contains(PostKind.INTAKE_CLERK) ? Route.INTAKE : Route.ORDINARY;
    }

    private static boolean inPersonnelUnit(List<Holder> posts) {
        return posts.stream()
                .anyMatch(holder -> holder.post().kind() == PostKind.PERSONNEL_HEAD
                        || holder.post().unit().kind() == UnitKind.PERSONNEL_UNIT);
    }

    private static Set<PersonId> actingFor(List<Holder> posts, List<Holder> inPost) {
        Set<PersonId> acting = new HashSet<>();
        for (Holder held : posts) {
            for (Holder other : inPost) {
                if (!held.acting()
                        && other.acting()
                        && other.post().id().equals(held.post().id())) {
                    acting.add(other.person().id());
                }
            }
        }
        return acting;
    }
}
