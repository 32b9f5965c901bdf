/** Messages from Facebook and LINE: each conversation a case, each message once, with what came with it, none believed without its signature. */
@ApplicationModule(allowedDependencies = {"kernel", "organisation", "register", "casefile", "examination", "intake"})
@NullMarked
package org.sucharit.social;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
