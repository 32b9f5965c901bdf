@NullMarked
package org.sucharit.statistics;

import org.jspecify.annotations.NullMarked;
