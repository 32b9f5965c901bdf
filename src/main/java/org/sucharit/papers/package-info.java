/** The official papers of a case: filled in from the case, numbered, set, and sealed into it. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "register",
            "casefile",
            "document",
            "document::typesetting",
            "signing"
        })
@NullMarked
package org.sucharit.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
