package org.sucharit.organisation;

import java.util.UUID;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;

/** Shows Hibernate only the rows of the organisation in scope. */
@Configuration
class TenancyConfiguration {

    /** Owns no row: no organisation can have this id, so outside a scope there is nothing to read and nothing to write. */
    private static final UUID NOBODY = new UUID(0, 0);

    @Bean
    CurrentTenantIdentifierResolver<UUID> currentOrganisationResolver() {
        return new CurrentTenantIdentifierResolver<>() {
            @Override
            public UUID resolveCurrentTenantIdentifier() {
                return CurrentOrganisation.find().map(OrganisationId::value).orElse(NOBODY);
            }

            @Override
            public boolean validateExistingCurrentSessions() {
                return true;
            }
        };
    }

    @Bean
    HibernatePropertiesCustomizer tenancy(CurrentTenantIdentifierResolver<UUID> resolver) {
        return properties -> properties.put(MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER, resolver);
    }
}
