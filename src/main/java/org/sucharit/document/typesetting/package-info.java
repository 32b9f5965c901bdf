/** Thai letters on PDF pages: clusters and their shapes, subset fonts, lines, pages. Knows nothing of any paper. */
@NamedInterface("typesetting")
@NullMarked
package org.sucharit.document.typesetting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
