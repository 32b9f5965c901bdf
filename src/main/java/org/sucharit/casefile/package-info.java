/** The case file: what is true of a complaint, its sealed folios, and the documents made from them. */
@ApplicationModule(allowedDependencies = {"kernel", "vault", "register", "document", "examination"})
@NullMarked
package org.sucharit.casefile;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
