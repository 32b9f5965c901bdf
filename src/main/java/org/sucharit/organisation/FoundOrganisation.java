package org.sucharit.organisation;

import java.util.Set;
import org.sucharit.kernel.OrganisationId;

/**
 * Asks for a new organisation.
 *
 * @param id chosen by the caller, who can so open its scope before the transaction begins
 * @param shortName 2 to 40 of a-z, 0-9 and hyphen, a letter first, unlike any other in this installation
 * @param channels the channels that are on from the start; {@link ChannelKind#OTHER} is not among them
 */
public record FoundOrganisation(
        OrganisationId id,
        String shortName,
        OrganisationKind kind,
        String nameTh,
        String nameEn,
        Settings settings,
        Set<ChannelKind> channels) {

    public FoundOrganisation {
        channels = Set.copyOf(channels);
    }
}
