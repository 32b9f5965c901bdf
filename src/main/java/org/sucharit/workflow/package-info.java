/** Where each case stands: the process engine behind a few verbs, and the only code that knows the engine. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.sucharit.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
