package org.sucharit.register;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.register.rows.Touched;

/**
 * The rows whose change is named by the register. What Hibernate writes through its entities is known by itself; who
 * writes by SQL, or by a bulk statement, says so here.
 */
@Component
public class Rows {

    /**
     * A row of the current organisation was written, changed or deleted in this transaction.
     *
     * @param key the values of the table's primary key, in its order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changed(String table, Object... key) {
        Touched touched = Touched.current();
        if (touched == null) {
            throw new IllegalStateException("The transaction is not one of the register's");
        }
        touched.add(CurrentOrganisation.get().value(), table, key);
    }
}
