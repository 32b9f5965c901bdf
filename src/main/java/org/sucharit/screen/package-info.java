/** What every screen shares: the page shell and its pieces, dates and digits as people here write them, and errors told so that one can mend them. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.sucharit.screen;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
