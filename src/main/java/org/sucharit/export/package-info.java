/** Copies of a case that leave the system: for a court or an authority, and for the person whose data they are. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "register",
            "casefile",
            "assignment",
            "document",
            "screen",
            "wording",
            "signing",
            "worklist"
        })
@NullMarked
package org.sucharit.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
