/** The work on a case: notes, interviews, evidence, findings; and a division's work on a general grievance. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "register",
            "casefile",
            "workflow",
            "assignment",
            "document",
            "papers",
            "decision"
        })
@NullMarked
package org.sucharit.investigation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
