/** How complaints come in, from every channel, and what screening makes of them. */
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
            "papers",
            "mail"
        })
@NullMarked
package org.sucharit.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
