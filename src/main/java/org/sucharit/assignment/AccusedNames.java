package org.sucharit.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sucharit.assignment.likeness.Likeness;
import org.sucharit.assignment.likeness.NamesInText;
import org.sucharit.assignment.likeness.WrittenName;
import org.sucharit.casefile.Content;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.Holder;

/**
 * Finds the organisation's people in what a reporter wrote: chosen from the list, by name, by post alone ("the mayor"),
 * or by a full name in the text. Finding too many keeps one person too many out, until somebody has looked; finding too
 * few betrays the reporter.
 */
final class AccusedNames {

    /** What stands for a name that was found in the text, where the officer's own is as good. */
    private static final String IN_TEXT = "";

    private AccusedNames() {}

    static List<NameMatch> matching(Collection<Content.Accused> accused, Collection<String> texts, Roster roster) {
        List<NameMatch> found = new ArrayList<>();
        accused.forEach(one -> found.addAll(matching(one, roster)));
        found.addAll(inText(String.join("\n", texts), roster));
        for (String text : texts) {
            PostsInText posts = new PostsInText(text);
            roster.inPost().stream()
                    .filter(posts::post)
                    .map(holder -> new NameMatch(
                            holder.person().id(),
                            Likeness.POST_ALIKE,
                            holder.post().titleTh()))
                    .forEach(found::add);
        }
        return found;
    }

    private static List<NameMatch> matching(Content.Accused accused, Roster roster) {
        List<NameMatch> found = new ArrayList<>();
        if (accused.personId() != null) {
            found.add(new NameMatch(accused.personId(), Likeness.CHOSEN, ""));
        }
        for (String name : several(accused.name())) {
            found.addAll(named(accused, name, roster));
            // "the mayor" is often written where the name is asked for
            found.addAll(inPost(name, accused.unit(), roster));
        }
        List<NameMatch> inPost = new ArrayList<>();
        several(accused.position()).forEach(post -> inPost.addAll(inPost(post, accused.unit(), roster)));
        found.addAll(others(found, inPost));
        Stream.of(accused.name(), accused.position(), accused.unit())
                .filter(Objects::nonNull)
                .forEach(text -> found.addAll(unfound(found, inText(text, roster))));
        return found;
    }

    private static List<String> several(@Nullable String written) {
        return written == null || written.isBlank() ? List.of() : WrittenName.several(written);
    }

    private static List<NameMatch> unfound(List<NameMatch> found, List<NameMatch> more) {
        Set<PersonId> already = found.stream().map(NameMatch::person).collect(Collectors.toSet());
        return more.stream().filter(match -> !already.contains(match.person())).toList();
    }

    private static List<NameMatch> inText(String written, Roster roster) {
        NamesInText text = new NamesInText(written);
        return roster.people().stream()
                .filter(person -> text.name(person.name()))
                .map(person -> new NameMatch(person.id(), Likeness.IN_THE_TEXT, IN_TEXT))
                .toList();
    }

    private static List<NameMatch> named(Content.Accused accused, String name, Roster roster) {
        WrittenName written = new WrittenName(name);
        List<NameMatch> found = new ArrayList<>();
        for (Roster.Named person : roster.people()) {
            Optional<Likeness> likeness = Likeness.of(written, person.name());
            if (likeness.isEmpty() && Likeness.beginsLike(written, person.name())) {
                boolean inPost = roster.inPost().stream()
                        .filter(holder -> holder.person().id().equals(person.id()))
                        .anyMatch(holder -> PostNames.same(accused.position(), accused.unit(), holder, roster.place()));
                likeness = inPost ? Optional.of(Likeness.INITIAL_AND_POST) : Optional.empty();
            }
            if (likeness.isEmpty() && givenNameAndPost(written, person, roster)) {
                likeness = Optional.of(Likeness.GIVEN_NAME);
            }
            likeness.ifPresent(one -> found.add(new NameMatch(person.id(), one, name)));
        }
        return surest(found);
    }

    /** "Mali, the clerk": what follows the given name is a post, a unit or a duty, and no surname. */
    private static boolean givenNameAndPost(WrittenName written, Roster.Named person, Roster roster) {
        return written.afterGivenName(person.name())
                .anyMatch(rest -> PostNames.followName(rest)
                        || roster.inPost().stream()
                                .anyMatch(holder -> PostNames.same(rest, null, holder, roster.place())));
    }

    private static List<NameMatch> inPost(@Nullable String post, @Nullable String unit, Roster roster) {
        List<NameMatch> found = new ArrayList<>();
        if (post != null) {
            for (Holder holder : roster.inPost()) {
                PostNames.like(post, unit, holder, roster.place())
                        .ifPresent(
                                one -> found.add(new NameMatch(holder.person().id(), one, post)));
            }
        }
        return surest(found);
    }

    /** Whose name or post it is is meant, and not who has one like it. */
    private static List<NameMatch> surest(List<NameMatch> found) {
        List<NameMatch> sure =
                found.stream().filter(match -> match.likeness().certain()).toList();
        return sure.isEmpty() ? found : sure;
    }

    /** A name in full that is one of the holders' of a post tells which of them is meant. */
    private static List<NameMatch> others(List<NameMatch> named, List<NameMatch> inPost) {
        Set<PersonId> sure = named.stream()
                .filter(match -> match.likeness().certain())
                .map(NameMatch::person)
                .collect(Collectors.toSet());
        boolean told = inPost.stream().anyMatch(match -> sure.contains(match.person()));
        return told ? List.of() : inPost;
    }

    /**
     * Those who have the surname of one of the accused, with what was written; in Thailand only one family bears a
     * surname (Person Name Act B.E. 2505).
     *
     * @param known the accused whom there is no doubt about
     */
    static List<NameMatch> sameSurname(Collection<Content.Accused> accused, Set<PersonId> known, Roster roster) {
        List<String> names = Stream.concat(
                        accused.stream().map(Content.Accused::name).flatMap(name -> several(name).stream()),
                        roster.people().stream()
                                .filter(person -> known.contains(person.id()))
                                .map(Roster.Named::nameTh))
                .distinct()
                .toList();
        List<NameMatch> found = new ArrayList<>();
        Set<PersonId> seen = new HashSet<>(known);
        for (String name : names) {
            WrittenName written = new WrittenName(name);
            for (Roster.Named person : roster.people()) {
                if (Likeness.sameSurname(written, person.name()) && seen.add(person.id())) {
                    found.add(new NameMatch(person.id(), Likeness.SURNAME, name));
                }
            }
        }
        return found;
    }
}
