package org.sucharit.social;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * The accounts whose messages are taken. The secrets stand in the settings, never in the database.
 *
 * @param facebookHosts the hosts, with those below them, from which what came by Facebook is fetched
 * @param largest what is fetched as one file
 * @param sslBundle the name of a bundle ({@code spring.ssl.bundle}) whose trust store vouches for the platforms'
 *     servers; without it those vouched for by the Java runtime are trusted
 */
@ConfigurationProperties("sucharit.social")
record SocialSettings(
        @DefaultValue List<Facebook> facebook,
        @DefaultValue List<Line> line,
        @DefaultValue({"fbcdn.net", "fbsbx.com"}) List<String> facebookHosts,
        @DefaultValue("200MB") DataSize largest,
        @Nullable String sslBundle) {

    /**
     * @param organisation its short name
     * @param appSecret signs what Facebook sends (X-Hub-Signature-256)
     * @param verifyToken what Facebook sends once, to ask whether the address is meant
     */
    record Facebook(String organisation, String appSecret, String verifyToken) {}

    /**
     * @param organisation its short name
     * @param channelSecret signs what LINE sends (X-Line-Signature)
     * @param accessToken the channel access token, by which pictures and files are fetched; without it they are only
     *     counted
     */
    record Line(
            String organisation,
            String channelSecret,
            @Nullable String accessToken) {}

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

    /** Of LINE; nothing where none is set. */
    Optional<String> accessToken(String organisation) {
        return line(organisation).map(Line::accessToken).filter(token -> !token.isBlank());
    }
}
