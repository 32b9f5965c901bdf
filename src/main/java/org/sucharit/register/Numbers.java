package org.sucharit.register;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;

/**
 * Running numbers without gaps or doubles: the complaint register, the secret register, document and order numbers.
 * The number is part of the caller's transaction and goes back when that fails. Ask for it last: from here on other
 * writers of the organisation wait.
 */
@Component
public class Numbers {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Rows rows;

    Numbers(JdbcClient jdbc, Ledger ledger, Rows rows) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.rows = rows;
    }

    /**
     * @param series at most 40 characters
     * @param year the calendar year of the Buddhist era; each starts again at 1
     * @return from 1
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int next(String series, int year) {
        OrganisationId organisation = CurrentOrganisation.get();
        ledger.lock(organisation);
        int changed = jdbc.sql("""
                        update number_series set last_number = last_number + 1
                        where organisation_id = ? and series = ? and series_year = ?""").params(organisation.value(), series, year).update();
        if (changed == 0) {
            jdbc.sql(
                            "insert into number_series (organisation_id, series, series_year, last_number) values (?, ?, ?, 1)")
                    .params(organisation.value(), series, year)
                    .update();
        }
        rows.changed("number_series", organisation.value(), series, year);
        return jdbc.sql("""
                        select last_number from number_series
                        where organisation_id = ? and series = ? and series_year = ?""")
                .params(organisation.value(), series, year)
                .query(Integer.class)
                .single();
    }
}
