package org.sucharit.mail;

import java.util.Optional;
import org.sucharit.kernel.OrganisationId;

/** Finds the organisation that a mailbox's settings name; answered by the module that knows organisations. */
@FunctionalInterface
public interface MailboxOrganisations {

    /** Called outside any organisation's scope and outside a transaction. */
    Optional<OrganisationId> byShortName(String shortName);
}
