package org.sucharit.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever can write a message must not reach through its picture what only this server reaches. */
class PlatformAddressTests {

    private static final List<String> HOSTS = List.of("fbcdn.net", "fbsbx.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://scontent.xx.fbcdn.net/1.jpg",
                "file:///etc/passwd",
                "ftp://fbcdn.net/1.jpg",
                "//fbcdn.net/1.jpg",
                "/1.jpg",
                "https:///1.jpg",
                "https://127.0.0.1/1.jpg",
                "https://[::1]/1.jpg",
                "https://2130706433/1.jpg",
                "https://169.254.169.254/latest/meta-data/",
                "https://localhost/1.jpg",
                "https://evilfbcdn.net/1.jpg",
                "https://fbcdn.net.evil.org/1.jpg",
                "https://fbcdn.net@evil.org/1.jpg",
                "https://evil.org@fbcdn.net/1.jpg",
                "https://evil.org#@fbcdn.net/1.jpg",
                "https://evil.org?fbcdn.net",
                "https://evil.org\\@fbcdn.net/1.jpg",
                "https://evil.org%2f.fbcdn.net/1.jpg",
                "https://fbcdn.net%00.evil.org/1.jpg",
                "https://fbcdn.net./1.jpg",
                "https://fbcdn\u3002net/1.jpg",
                "https://\uff46bcdn.net/1.jpg",
                "https://fbcdn.net:8443/1.jpg",
                "https://fbcdn.net:22/1.jpg",
                "https://.fbcdn.net/1.jpg",
                "https://fbcdn.net \r\nHost: evil.org/"
            })
    void leadsNowhereElse(String address) {
        assertThat(PlatformAddress.facebook(address, HOSTS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://scontent.xx.fbcdn.net/v/t1.15752-9/1_2_n.jpg?_nc_cat=1&oh=ab&oe=6",
                "https://cdn.fbsbx.com/v/t59.2708-21/1_n.pdf/name.pdf?dl=1",
                "HTTPS://Scontent.FBCDN.net:443/1.jpg",
                "https://fbcdn.net/"
            })
    void leadsToFacebook(String address) {
        assertThat(PlatformAddress.facebook(address, HOSTS)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "1/../../oauth", "1?x=", "1#", "a b", "1%2f", "\u0661"})
    void takesNoOtherIdOfLine(String id) {
        assertThat(PlatformAddress.line(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"468789577898262530", "m_1-a"})
    void findsTheContentOfAMessageOfLine(String id) {
        assertThat(PlatformAddress.line(id))
                .hasValueSatisfying(uri -> assertThat(uri)
                        .hasScheme("https")
                        .hasHost("api-data.line.me")
                        .hasPath("/v2/bot/message/" + id + "/content"));
    }
}
