package org.sucharit.witness;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.sucharit.mail.OutgoingMail;

/**
 * @param timestampService address of a timestamp service (RFC 3161); none where it is not set
 * @param timeout for its answer
 * @param witness by the organisation's short name, the mail address of the authority that keeps its checkpoints
 * @param witnessCadence between two checkpoints that are shown, whatever happened
 */
@ConfigurationProperties("sucharit.register")
record WitnessSettings(
        @Nullable URI timestampService,
        @DefaultValue("5s") Duration timeout,
        @DefaultValue Map<String, String> witness,
        @DefaultValue("1d") Duration witnessCadence) {

    WitnessSettings {
        witness.forEach((organisation, address) -> {
            if (!OutgoingMail.isAddress(address)) {
                throw new IllegalArgumentException(
                        "sucharit.register.witness." + organisation + " is not a mail address");
            }
        });
    }
}
