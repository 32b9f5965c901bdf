@NullMarked
package org.sucharit.witness;

import org.jspecify.annotations.NullMarked;
