@NullMarked
package org.sucharit.administration;

import org.jspecify.annotations.NullMarked;
