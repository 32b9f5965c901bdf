package org.sucharit.recovery;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.organisation.PostKind;
import org.sucharit.vault.Officer;

/** Who works on cases, and so may hold a sheet or bring cases back. Never whoever administers. */
@Component
class Duty {

    private final People people;
    private final Time time;

    Duty(People people, Time time) {
        this.people = people;
        this.time = time;
    }

    /** Everybody in a post that works on cases today, each once, by name. */
    List<PersonView> officers() {
        Map<PersonId, PersonView> officers = new LinkedHashMap<>();
        people.officers(time.today()).stream()
                .filter(Duty::works)
                .map(Holder::person)
                .sorted(Comparator.comparing(PersonView::nameTh))
                .forEach(person -> officers.putIfAbsent(person.id(), person));
        return List.copyOf(officers.values());
    }

    boolean works(PersonId person) {
        List<Holder> posts = people.postsOf(person, time.today());
        return posts.stream().anyMatch(Duty::works)
                && posts.stream().noneMatch(holder -> holder.post().kind() == PostKind.ADMINISTRATOR);
    }

    /** @throws Problem forbidden, where the officer does not work on cases */
    void require(Officer officer) {
        if (!works(officer.id())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "forbidden");
        }
    }

    private static boolean works(Holder holder) {
        return holder.person().active()
                && switch (holder.post().kind()) {
                    case ADMINISTRATOR, COUNCIL_MEMBER -> false;
                    case INTAKE_CLERK,
                            PERSONNEL_HEAD,
                            PERSONNEL_OFFICER,
                            LEGAL_OFFICER,
                            OFFICE_HEAD,
                            DIVISION_HEAD,
                            DIVISION_OFFICER,
                            CHIEF_ADMINISTRATOR,
                            DEPUTY_CHIEF_ADMINISTRATOR,
                            MAYOR,
                            DEPUTY_MAYOR -> true;
                };
    }
}
