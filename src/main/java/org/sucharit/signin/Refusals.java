package org.sucharit.signin;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;

/**
 * Counts refused sign-ins of a person, to be entered in the register as one number when they next sign in: however
 * often somebody guesses, the register grows by what officers do and not by what strangers do.
 */
@Component
class Refusals {

    private final JdbcClient jdbc;
    private final Register register;
    private final Time time;

    Refusals(JdbcClient jdbc, Register register, Time time) {
        this.jdbc = jdbc;
        this.register = register;
        this.time = time;
    }

    /** @param person null where nobody bears the name; takes as long */
    @Transactional
    public void count(@Nullable PersonId person) {
        if (increase(person == null ? UUID.randomUUID() : person.value()) || person == null) {
            return;
        }
        jdbc.sql("insert into refused_sign_in (person_id, organisation_id, refused, last_at) values (?, ?, 1, ?)")
                .params(person.value(), CurrentOrganisation.get().value(), now())
                .update();
    }

    /** In the transaction of a sign-in. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(PersonId person) {
        jdbc.sql("select refused from refused_sign_in where person_id = ? for update")
                .param(person.value())
                .query(Integer.class)
                .optional()
                .ifPresent(refused -> {
                    jdbc.sql("delete from refused_sign_in where person_id = ?")
                            .param(person.value())
                            .update();
                    register.append(Note.of(Act.SIGN_IN_REFUSED, person).detail(String.valueOf(refused)));
                });
    }

    private boolean increase(UUID person) {
        return jdbc.sql("update refused_sign_in set refused = refused + 1, last_at = ? where person_id = ?")
                        .params(now(), person)
                        .update()
                > 0;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
    }
}
