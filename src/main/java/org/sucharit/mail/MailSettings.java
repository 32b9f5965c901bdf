package org.sucharit.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param from the sender of all outgoing mail, {@code Name <name@host>}; needed once {@code spring.mail.host} is set
 */
@ConfigurationProperties("sucharit.mail")
@Validated
record MailSettings(
        @Nullable String from,
        @DefaultValue @Valid OutboxSettings outbox,
        @DefaultValue List<@Valid Mailbox> mailboxes) {

    MailSettings {
        Set<String> names = new HashSet<>();
        for (Mailbox mailbox : mailboxes) {
            if (!names.add(mailbox.name())) {
                throw new IllegalArgumentException(
                        "Two mailboxes of the name " + mailbox.name() + ": set sucharit.mail.mailboxes[].name");
            }
        }
    }

    /**
     * @param interval pause between two looks at the outbox
     * @param attempts after how many failures a mail is given up
     */
    record OutboxSettings(
            @DefaultValue("5s") Duration interval,
            @DefaultValue("8") @Min(1) @Max(100) int attempts) {}
}
