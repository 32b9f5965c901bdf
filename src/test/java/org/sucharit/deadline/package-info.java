@NullMarked
package org.sucharit.deadline;

import org.jspecify.annotations.NullMarked;
