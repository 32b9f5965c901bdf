/** Mail at the edges: an outbox written in the caller's transaction and sent later, and mailboxes read over IMAP. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package org.sucharit.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
