/** How long a closed case is kept, what holds its destruction up, and its destruction by two people. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "register",
            "casefile",
            "workflow",
            "assignment",
            "screen",
            "wording"
        })
@NullMarked
package org.sucharit.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
