@NullMarked
package org.sucharit.assignment.likeness;

import org.jspecify.annotations.NullMarked;
