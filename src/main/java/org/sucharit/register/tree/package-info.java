/** Merkle trees and signed checkpoints as the public standards have them; knows nothing of registers. */
@NullMarked
package org.sucharit.register.tree;

import org.jspecify.annotations.NullMarked;
