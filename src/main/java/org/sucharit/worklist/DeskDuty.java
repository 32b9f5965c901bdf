package org.sucharit.worklist;

import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.vault.Officer;

/** Whether an officer acts in a post today. */
@Component
class DeskDuty {

    private final People people;
    private final Time time;

    DeskDuty(People people, Time time) {
        this.people = people;
        this.time = time;
    }

    boolean serves(Officer officer, PostKind kind) {
        return people.postsOf(officer.id(), time.today()).stream()
                .filter(Holder::serving)
                .anyMatch(holder -> holder.post().kind() == kind);
    }

    /** @throws Problem forbidden, where the officer serves in none of the posts */
    void require(Officer officer, PostKind... kinds) {
        if (Arrays.stream(kinds).noneMatch(kind -> serves(officer, kind))) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "forbidden");
        }
    }
}
