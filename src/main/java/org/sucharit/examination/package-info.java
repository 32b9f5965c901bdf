/** What is in a file that somebody sent, found out at arm's length: its type, whether a scanner knows it, and a copy that is safe to look at. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.sucharit.examination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
