/** Who comes in: the organisation that an address names, the officer who signs in, and what each address asks for. */
@ApplicationModule(allowedDependencies = {"kernel", "organisation", "vault", "register", "mail", "screen"})
@NullMarked
package org.sucharit.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
