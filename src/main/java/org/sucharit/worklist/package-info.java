/** The officer's desk: what is to be done, the cases one holds and each of their steps, and the entry of what arrives. */
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
            "intake",
            "investigation",
            "decision",
            "screen",
            "wording",
            "document",
            "papers",
            "signing",
            "mail"
        })
@NullMarked
package org.sucharit.worklist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
