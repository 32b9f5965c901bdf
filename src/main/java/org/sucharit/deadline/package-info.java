/** Counts days: when something is due, when somebody is reminded of it and who is told that it is late. */
@ApplicationModule(allowedDependencies = {"kernel", "organisation"})
@NullMarked
package org.sucharit.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
