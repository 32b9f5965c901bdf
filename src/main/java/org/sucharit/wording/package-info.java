/** How pages and papers speak of cases and people. */
@ApplicationModule(allowedDependencies = {"kernel", "organisation", "casefile", "document", "screen"})
@NullMarked
package org.sucharit.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
