/** Who is who: organisations, their units, posts, people and acting officers, channels, holidays and settings. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package org.sucharit.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
