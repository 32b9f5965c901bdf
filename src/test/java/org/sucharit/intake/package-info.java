@NullMarked
package org.sucharit.intake;

import org.jspecify.annotations.NullMarked;
