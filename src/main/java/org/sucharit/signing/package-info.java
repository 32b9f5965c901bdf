/** Electronic signatures: signs finished PDF files with the organisation's key, and tells of any PDF whether its signature holds. */
@ApplicationModule(allowedDependencies = {"kernel", "organisation", "screen"})
@NullMarked
package org.sucharit.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
