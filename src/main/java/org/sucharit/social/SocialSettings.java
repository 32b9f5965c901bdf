package org.sucharit.social;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The accounts whose messages are taken. The secrets stand in the settings, never in the database. */
@ConfigurationProperties("sucharit.social")
record SocialSettings(
        @DefaultValue List<Facebook> facebook, @DefaultValue List<Line> line) {

    /**
     * @param organisation its short name
     * @param appSecret signs what Facebook sends (X-Hub-Signature-256)
     * @param verifyToken what Facebook sends once, to ask whether the address is meant
     */
    record Facebook(String organisation, String appSecret, String verifyToken) {}

    /**
     * @param organisation its short name
     * @param channelSecret signs what LINE sends (X-Line-Signature)
     */
    record Line(String organisation, String channelSecret) {}

    Optional<Facebook> facebook(String organisation) {
        return facebook.stream()
                .filter(one -> one.organisation().equals(organisation))
                .findFirst();
    }

    Optional<Line> line(String organisation) {
        return line.stream()
                .filter(one -> one.organisation().equals(organisation))
                .findFirst();
    }
}
