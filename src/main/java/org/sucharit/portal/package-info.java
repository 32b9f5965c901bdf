/** The reporter's side: the public pages and the public API for reporting and for following a case by its receipt. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "casefile",
            "document",
            "papers",
            "register",
            "intake",
            "partner",
            "deadline",
            "statistics",
            "screen"
        })
@NullMarked
package org.sucharit.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
