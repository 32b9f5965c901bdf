package org.sucharit.register;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;

/** A person's own sign-ins as the register has them. */
@Component
public class Visits {

    private final JdbcClient jdbc;

    Visits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What they did to come in and go out, and how often they were refused; the latest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(PersonId person, int most) {
        return jdbc.sql("""
                        select * from register_entry where organisation_id = ? and actor_id = ?
                            and act in ('SIGNED_IN', 'SIGNED_OUT', 'SIGN_IN_REFUSED', 'PASSWORD_CHANGED',
                                'FACTOR_ADDED', 'FACTOR_REMOVED')
                        order by seq desc fetch first ? rows only""")
                .params(CurrentOrganisation.get().value(), person.value(), most)
                .query(Register::entry)
                .list();
    }
}
