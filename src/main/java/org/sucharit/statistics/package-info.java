/** The figures of a fiscal year: by month for everybody, broken down for officers over the cases that they can open. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "casefile",
            "deadline",
            "document",
            "papers",
            "register",
            "screen"
        })
@NullMarked
package org.sucharit.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
