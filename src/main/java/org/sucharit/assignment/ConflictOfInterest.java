package org.sucharit.assignment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.assignment.likeness.Likeness;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Content.KeptOut.Match;
import org.sucharit.casefile.Content.KeptOut.Why;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.People;

/**
 * Who may not touch a case. Finds the organisation's people in what was written of the accused, and holds the
 * {@link ConflictRule}s to them, before any key is wrapped. Whoever may only be meant is kept out like the accused, and
 * with them all whom the rules would keep out then; the way of the case is changed by what is certain alone.
 */
@Component
public class ConflictOfInterest {

    private final People people;
    private final Organisations organisations;
    private final Relations relations;
    private final Circle circle;
    private final Time time;

    ConflictOfInterest(People people, Organisations organisations, Relations relations, Circle circle, Time time) {
        this.people = people;
        this.organisations = organisations;
        this.relations = relations;
        this.circle = circle;
        this.time = time;
    }

    /**
     * @param accused as named by the reporter or by whoever found them
     * @param texts in which a full name may stand: the subject and the details of what was reported
     * @param namedAtIntake others whom the intake clerk keeps from the case
     */
    public Conflict check(
            Collection<Content.Accused> accused, Collection<String> texts, Collection<PersonId> namedAtIntake) {
        return check(accused, texts, namedAtIntake, Set.of());
    }

    /** @param already those kept out of the case until now */
    Conflict check(
            Collection<Content.Accused> accused,
            Collection<String> texts,
            Collection<PersonId> namedAtIntake,
            Set<PersonId> already) {
        LocalDate today = time.today();
        Roster roster = Roster.of(
                people.everybody(),
                people.formerNames(),
                people.officers(today),
                organisations.current().nameTh());
        List<NameMatch> matches = AccusedNames.matching(accused, texts, roster);
        Set<PersonId> certain = matches.stream()
                .filter(match -> match.likeness().certain())
                .map(NameMatch::person)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Map<PersonId, NameMatch> probable = new LinkedHashMap<>();
        matches.stream()
                .filter(match -> !certain.contains(match.person()))
                .forEach(match -> probable.merge(match.person(), match, ConflictOfInterest::surer));

        Set<PersonId> all = new HashSet<>(certain);
        all.addAll(probable.keySet());
        Kept kept = new Kept(roster.inPost(), relations.around(all));
        certain.forEach(person -> kept.accused(person, Why.ACCUSED, null));
        namedAtIntake.forEach(person -> kept.keep(person, Why.NAMED_AT_INTAKE, null));
        probable.values().forEach(match -> kept.accused(match.person(), Why.PROBABLE_MATCH, match(match)));
        AccusedNames.sameSurname(accused, certain, roster)
                .forEach(match -> kept.keep(match.person(), Why.SAME_SURNAME, match(match)));
        return new Conflict(ConflictRule.route(posts(certain, roster.inPost())), sparing(kept, already));
    }

    /** Less those whom only the word of the accused keeps out, where without them too few would be left. */
    private List<Content.KeptOut> sparing(Kept kept, Set<PersonId> already) {
        Set<PersonId> all = new HashSet<>(already);
        kept.folios().forEach(one -> all.add(one.personId()));
        Set<PersonId> spared = kept.byWordAlone();
        spared.removeAll(already);
        Set<PersonId> fewer = new HashSet<>(all);
        fewer.removeAll(spared);
        if (spared.isEmpty() || circle.without(fewer).compareTo(circle.without(all)) >= 0) {
            return kept.folios();
        }
        return kept.folios().stream()
                .filter(one -> !spared.contains(one.personId()))
                .toList();
    }

    private static NameMatch surer(NameMatch one, NameMatch other) {
        return other.likeness().compareTo(one.likeness()) < 0 ? other : one;
    }

    private static Match match(NameMatch match) {
        return new Match(match.person(), match.written(), match.likeness().name());
    }

    private static List<Holder> posts(Collection<PersonId> persons, List<Holder> inPost) {
        return inPost.stream()
                .filter(holder -> persons.contains(holder.person().id()))
                .toList();
    }

    /** Those kept out so far. Of what is certain the first reason stands; a probable one beside it only where it is of its own. */
    private static final class Kept {

        private final List<Holder> inPost;
        private final Relations.Ties ties;
        private final Set<PersonId> certain = new HashSet<>();
        private final Set<Content.KeptOut> byWord = new HashSet<>();
        private final List<Content.KeptOut> folios = new ArrayList<>();

        Kept(List<Holder> inPost, Relations.Ties ties) {
            this.inPost = inPost;
            this.ties = ties;
        }

        void accused(PersonId person, Why why, @Nullable Match match) {
            keep(person, why, match);
            List<Holder> posts = posts(Set.of(person), inPost);
            for (ConflictRule rule : ConflictRule.values()) {
                rule.why()
                        .ifPresent(because -> rule.keeps(posts, inPost).stream()
                                .filter(other -> !other.equals(person))
                                .forEach(other -> keep(other, because, match)));
            }
            ties.of(person).forEach(other -> tied(person, other, match));
        }

        private void tied(PersonId accused, PersonId other, @Nullable Match match) {
            if (ties.onlyByWordOf(accused, other)) {
                Match tie = match == null ? new Match(other, "", Likeness.TIE.name()) : match;
                byWord.add(new Content.KeptOut(other, Why.RELATIVE, tie));
                keep(other, Why.RELATIVE, tie);
            } else {
                keep(other, Why.RELATIVE, match);
            }
        }

        /** Those whom nothing keeps out but a tie that one of the accused alone declared. */
        Set<PersonId> byWordAlone() {
            Set<PersonId> persons = new HashSet<>();
            byWord.forEach(one -> persons.add(one.personId()));
            folios.stream().filter(one -> !byWord.contains(one)).forEach(one -> persons.remove(one.personId()));
            return persons;
        }

        void keep(PersonId person, Why why, @Nullable Match match) {
            if (match == null ? certain.add(person) : !certain.contains(person) || why == Why.PROBABLE_MATCH) {
                folios.add(new Content.KeptOut(person, why, match));
            } else if (why == Why.ACCUSED) {
                folios.replaceAll(one -> one.personId().equals(person) ? new Content.KeptOut(person, why) : one);
            }
        }

        List<Content.KeptOut> folios() {
            return folios;
        }
    }
}
