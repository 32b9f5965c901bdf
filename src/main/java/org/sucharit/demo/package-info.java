/** Made-up organisations with people and cases, for trying the system out; only in the profile {@code demo}. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "casefile",
            "workflow",
            "assignment",
            "intake",
            "investigation",
            "decision"
        })
@NullMarked
package org.sucharit.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
