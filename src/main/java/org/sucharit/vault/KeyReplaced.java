package org.sucharit.vault;

import org.sucharit.kernel.PersonId;

/** Somebody who forgot their password was given another first one; published in the transaction. What was sealed to their old key is lost. */
public record KeyReplaced(PersonId person) {}
