@NullMarked
package org.sucharit.worklist;

import org.jspecify.annotations.NullMarked;
