package org.sucharit.assignment;

import java.util.List;
import java.util.Map;
import org.sucharit.assignment.likeness.OfficerName;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.FormerName;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.PersonView;

/**
 * Who may be meant by what a reporter wrote.
 *
 * @param people everybody, those without a post and those who have left too
 * @param inPost the posts as they are held on the day
 * @param place the organisation's name in Thai
 */
record Roster(List<Named> people, List<Holder> inPost, String place) {

    record Named(PersonId id, String nameTh, OfficerName name) {}

    static Roster of(
            List<PersonView> people, Map<PersonId, List<FormerName>> before, List<Holder> inPost, String place) {
        return new Roster(
                people.stream()
                        .map(one -> new Named(
                                one.id(),
                                one.nameTh(),
                                new OfficerName(one.nameTh(), one.nameEn(), before.getOrDefault(one.id(), List.of()))))
                        .toList(),
                inPost,
                place);
    }
}
