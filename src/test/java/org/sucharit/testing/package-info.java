/** What tests of all modules share. */
@NullMarked
package org.sucharit.testing;

import org.jspecify.annotations.NullMarked;
