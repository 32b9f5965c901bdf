@NullMarked
package org.sucharit.assignment;

import org.jspecify.annotations.NullMarked;
