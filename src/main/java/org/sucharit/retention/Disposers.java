package org.sucharit.retention;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.sucharit.assignment.Accusations;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.vault.Vault;

/**
 * Who may ask for the destruction of a case and who may confirm it: whoever serves in one of {@link #POSTS}, is not in
 * conflict with the case today, and can open it. The administrator's post is none of them.
 */
@Component
class Disposers {

    /** In the order in which they are asked to be the second. */
    static final List<PostKind> POSTS =
            List.of(PostKind.CHIEF_ADMINISTRATOR, PostKind.MAYOR, PostKind.PERSONNEL_HEAD);

    private final People people;
    private final Accusations accusations;
    private final Vault vault;
    private final Time time;

    Disposers(People people, Accusations accusations, Vault vault, Time time) {
        this.people = people;
        this.accusations = accusations;
        this.vault = vault;
        this.time = time;
    }

    boolean may(OpenCase open, PersonId person) {
        return vault.readers(open.id()).contains(person) && inOrder(open).contains(person);
    }

    /** Those who hold the key, on standby or not, and would be allowed, in the order of {@link #POSTS}. */
    Set<PersonId> inOrder(OpenCase open) {
        LocalDate today = time.today();
        Set<PersonId> holders = vault.holders(open.id());
        Set<PersonId> conflicted = conflicted(open);
        Set<PersonId> found = new LinkedHashSet<>();
        for (PostKind post : POSTS) {
            for (Holder holder : people.serving(post, today)) {
                PersonId person = holder.person().id();
                if (holders.contains(person) && !conflicted.contains(person)) {
                    found.add(person);
                }
            }
        }
        return found;
    }

    /** Those kept out, and whoever has come to be conflicted since the case was last worked on. */
    private Set<PersonId> conflicted(OpenCase open) {
        Set<PersonId> conflicted = new HashSet<>(open.keptOut());
        conflicted.addAll(accusations.conflict(open).keptOut());
        return conflicted;
    }
}
