/** Measurements. They run with the profile {@code bench} only, and none of them fails for being slow. */
@NullMarked
package org.sucharit.bench;

import org.jspecify.annotations.NullMarked;
