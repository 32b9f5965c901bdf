package org.sucharit.signin;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostView;
import org.sucharit.organisation.Units;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.register.Rows;

/** The posts whose holders sign in with a second factor, as the organisation decides. */
@Component
@Transactional
class FactorRules {

    private final JdbcClient jdbc;
    private final Units units;
    private final People people;
    private final Register register;
    private final Rows rows;
    private final Time time;

    FactorRules(JdbcClient jdbc, Units units, People people, Register register, Rows rows, Time time) {
        this.jdbc = jdbc;
        this.units = units;
        this.people = people;
        this.register = register;
        this.rows = rows;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public List<PostView> posts() {
        return units.posts();
    }

    @Transactional(readOnly = true)
    public Set<UUID> asking() {
        return new HashSet<>(jdbc.sql("select post_id from factor_required where organisation_id = ?")
                .param(CurrentOrganisation.get().value())
                .query(UUID.class)
                .list());
    }

    /** Whether the person holds one of those posts today, acting or not. */
    @Transactional(readOnly = true)
    public boolean asks(PersonId person) {
        Set<UUID> asking = asking();
        return !asking.isEmpty()
                && people.postsOf(person, time.today()).stream()
                        .map(Holder::post)
                        .anyMatch(post -> asking.contains(post.id().value()));
    }

    /** In force at each holder's next sign-in. Posts that are not of this organisation are passed over. */
    public void ask(Collection<String> posts, PersonId by) {
        Set<UUID> before = asking();
        Set<UUID> chosen = units.posts().stream()
                .map(post -> post.id().value())
                .filter(id -> posts.contains(id.toString()))
                .collect(Collectors.toSet());
        if (chosen.equals(before)) {
            return;
        }
        UUID organisation = CurrentOrganisation.get().value();
        Stream.concat(before.stream(), chosen.stream())
                .forEach(post -> rows.changed("factor_required", organisation, post));
        jdbc.sql("delete from factor_required where organisation_id = ?")
                .param(organisation)
                .update();
        chosen.forEach(post -> jdbc.sql("insert into factor_required (organisation_id, post_id) values (?, ?)")
                .params(organisation, post)
                .update());
        register.append(Note.of(Act.SETTINGS_CHANGED, by).detail("FACTORS_ASKED " + chosen.size()));
    }
}
