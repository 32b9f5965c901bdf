@NullMarked
package org.sucharit.register.rows;

import org.jspecify.annotations.NullMarked;
