/** Checks a whole register, and every row that it commits to, against what a database or a file holds. */
@NamedInterface("audit")
@NullMarked
package org.sucharit.register.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
