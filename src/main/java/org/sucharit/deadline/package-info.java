/** Days that count: due dates, the working calendar, the clock's strikes, and who is told when it strikes. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "organisation",
            "vault",
            "register",
            "casefile",
            "workflow",
            "assignment",
            "papers"
        })
@NullMarked
package org.sucharit.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
