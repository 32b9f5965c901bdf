/** How cases come back: the holders of recovery sheets, the ceremony, and vouching for people's new keys. */
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
            "screen"
        })
@NullMarked
package org.sucharit.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
