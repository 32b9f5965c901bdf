/** Shows checkpoints of the register to others, who can tell later what it said: a timestamp service, another authority. */
@ApplicationModule(allowedDependencies = {"kernel", "organisation", "register", "mail"})
@NullMarked
package org.sucharit.witness;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
