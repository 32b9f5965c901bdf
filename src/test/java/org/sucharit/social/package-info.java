@NullMarked
package org.sucharit.social;

import org.jspecify.annotations.NullMarked;
