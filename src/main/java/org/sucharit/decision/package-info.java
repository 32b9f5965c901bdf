/** Opinions, the mayor's directive, referral outside, the outcome, and closing. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "register",
            "casefile",
            "workflow",
            "assignment",
            "deadline",
            "document",
            "papers"
        })
@NullMarked
package org.sucharit.decision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
