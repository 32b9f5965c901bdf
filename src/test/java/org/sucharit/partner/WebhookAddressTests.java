package org.sucharit.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.kernel.PublicAddresses;

/** Whoever may set a webhook must not reach through it what only this server reaches. */
class WebhookAddressTests {

    private final PublicAddresses addresses = new PublicAddresses(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "localhost"
            })
    void leadsNowhereInside(String host) {
        assertThatThrownBy(() -> addresses.resolve(host)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "100.63.0.1", "100.128.0.1", "172.32.0.1", "2606:4700::1111"})
    void leadsOutside(String host) throws UnknownHostException {
        assertThat(addresses.resolve(host)).containsExactly(InetAddress.getByName(host));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook",
                "ftp://example.org",
                "file:///etc/passwd",
                "https://",
                "https:///hook",
                "https://user:word@example.org/",
                "https://example.org/#here",
                "https://exa mple.org/",
                "gopher://example.org",
                "example.org"
            })
    void takesNoOtherAddress(String address) {
        assertThat(WebhookAddress.isUsable(address)).isFalse();
    }

    @Test
    void takesAnHttpsAddress() {
        assertThat(WebhookAddress.isUsable("https://partner.example.org:8443/hook?of=us"))
                .isTrue();
        assertThat(WebhookAddress.isUsable("https://example.org/" + "a".repeat(500)))
                .isFalse();
    }

    @Test
    void waitsLongerAfterEveryFailureAndNeverLongerThanHalfADay() {
        assertThat(StateWebhooks.pause(0)).isEqualTo(Duration.ofSeconds(30));
        assertThat(StateWebhooks.pause(3)).isEqualTo(Duration.ofMinutes(4));
        assertThat(StateWebhooks.pause(1_000_000)).isEqualTo(Duration.ofHours(12));
    }
}
