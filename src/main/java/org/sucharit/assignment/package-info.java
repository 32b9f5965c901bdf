/** Who may act on a case: conflicts of interest, the circle that holds its key, and the steps each person takes. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "register",
            "casefile",
            "workflow",
            "mail",
            "document",
            "papers"
        })
@NullMarked
package org.sucharit.assignment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
