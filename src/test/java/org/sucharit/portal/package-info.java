@NullMarked
package org.sucharit.portal;

import org.jspecify.annotations.NullMarked;
