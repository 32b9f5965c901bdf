@NullMarked
package org.sucharit.partner;

import org.jspecify.annotations.NullMarked;
