/** Official papers in Thai, set on PDF pages: what a paper must hold goes in, the finished file comes out. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.sucharit.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
