package org.sucharit.partner;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param privateAddresses whether webhooks may go to addresses of a private network; only where partners stand in one
 * @param interval pause between two looks at what partners are to be told
 * @param sslBundle the name of a bundle ({@code spring.ssl.bundle}) whose trust store vouches for partners' servers;
 *     without it those vouched for by the Java runtime are trusted
 */
@ConfigurationProperties("sucharit.partners")
record PartnerSettings(
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("10s") Duration interval,
        @Nullable String sslBundle) {}
