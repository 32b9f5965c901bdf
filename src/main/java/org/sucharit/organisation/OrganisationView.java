package org.sucharit.organisation;

import org.sucharit.kernel.OrganisationId;

/**
 * An organisation as the rest of the system sees it.
 *
 * @param shortName its part of the address: {@code /kaohin}
 */
public record OrganisationView(
        OrganisationId id, String shortName, OrganisationKind kind, String nameTh, String nameEn, Settings settings) {}
