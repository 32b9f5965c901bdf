@NullMarked
package org.sucharit.register.tree;

import org.jspecify.annotations.NullMarked;
