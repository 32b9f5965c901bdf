@NullMarked
package org.sucharit.organisation;

import org.jspecify.annotations.NullMarked;
