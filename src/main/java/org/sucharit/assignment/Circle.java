package org.sucharit.assignment;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.People;
import org.sucharit.vault.Vault;

/**
 * The people who may come to be responsible for a case: those in the posts of the ladders, less those kept out. They
 * hold its key on standby, so that a timer can hand the case to the next of them without being able to open it.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Circle {

    private final People people;
    private final Vault vault;
    private final Time time;

    Circle(People people, Vault vault, Time time) {
        this.people = people;
        this.vault = vault;
        this.time = time;
    }

    /**
     * Gives the key, on standby, to everybody of the circle who has none: all of them when the case is opened, later
     * those who came into a post or act for somebody since.
     */
    public void complete(OpenCase open) {
        Set<PersonId> members = members();
        members.removeAll(open.keptOut());
        vault.standBy(open.key(), members);
    }

    /** Those in the posts of the ladders today, those who are stood in for among them. */
    Set<PersonId> members() {
        return people.officers(time.today()).stream()
                .filter(holder -> holder.person().active())
                .filter(holder -> Ladder.CIRCLE.contains(holder.post().kind()))
                .map(holder -> holder.person().id())
                .collect(Collectors.toCollection(HashSet::new));
    }
}
