/** The append-only, hash-chained register of every act, one for each organisation, and the numbers it gives out. */
@ApplicationModule(allowedDependencies = {"kernel", "organisation", "screen"})
@NullMarked
package org.sucharit.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
