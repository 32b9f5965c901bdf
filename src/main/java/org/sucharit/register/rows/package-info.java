/** Digests of the rows that a transaction leaves behind, which its register entry commits to. */
@NullMarked
package org.sucharit.register.rows;

import org.jspecify.annotations.NullMarked;
