/**
 * Keys: a key pair for each person, a key for each case, and the grants that join the two. Whoever holds an active
 * grant can open the case; for everybody else, this system included, it does not exist.
 */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.sucharit.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
