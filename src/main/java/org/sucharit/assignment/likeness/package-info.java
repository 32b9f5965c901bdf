/** Whether a name that somebody wrote may be that of one of the officers. Compares texts, and knows of nothing else. */
@NullMarked
package org.sucharit.assignment.likeness;

import org.jspecify.annotations.NullMarked;
