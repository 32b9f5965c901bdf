/** Other agencies' systems: the keys by which they report, what they may do, and how they are told of a new state. */
@ApplicationModule(allowedDependencies = {"kernel", "organisation", "register", "casefile", "screen", "vault"})
@NullMarked
package org.sucharit.partner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
