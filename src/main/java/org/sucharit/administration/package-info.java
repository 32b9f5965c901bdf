/** The administrator's pages, and the first run of a new installation. Whoever administers reads no case. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "register",
            "register :: audit",
            "document",
            "papers",
            "mail",
            "screen"
        })
@NullMarked
package org.sucharit.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
