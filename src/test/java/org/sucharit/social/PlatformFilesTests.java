package org.sucharit.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.springframework.util.unit.DataSize;
import org.sucharit.casefile.Content.NotFetched.Why;
import org.sucharit.kernel.PublicAddresses;
import org.sucharit.kernel.Spool;
import org.sucharit.kernel.Spools;
import org.sucharit.social.PlatformFiles.Fetched;
import org.sucharit.testing.TlsIdentity;

/** What the server behind an address may try: to lead elsewhere, to send without end, to send too much. */
class PlatformFilesTests {

    private static final String HOST = "https://scontent.xx.fbcdn.net";
    private static final byte[] PICTURE = {1, 2, 3, 4};

    @TempDir
    Path folder;

    private PlatformServers servers;
    private PlatformFiles files;

    @BeforeEach
    void start() throws IOException {
        servers = new PlatformServers();
        files = files(new PublicAddresses(servers, true));
    }

    @AfterEach
    void stop() throws IOException {
        files.destroy();
        servers.close();
    }

    @Test
    void fetchesWhatIsThere() throws IOException {
        servers.answers.put("/1.jpg", PlatformServers.Answer.of("image/jpeg; x=y", PICTURE));
        try (Spool spool = spool()) {
            assertThat(files.fetch(picture(HOST + "/1.jpg?oh=1"), "the token", spool))
                    .isEqualTo(new Fetched.Whole("image/jpeg"));
            try (InputStream in = spool.read()) {
                assertThat(in.readAllBytes()).isEqualTo(PICTURE);
            }
        }
        // Whose token it is, only LINE hears.
        assertThat(servers.asked).containsExactly(new PlatformServers.Asked("scontent.xx.fbcdn.net", "/1.jpg", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.org/1.jpg",
                "http://scontent.xx.fbcdn.net/1.jpg",
                "https://127.0.0.1/1.jpg",
                "https://scontent.xx.fbcdn.net:8443/1.jpg",
                "//evil.example.org/1.jpg",
                "file:///etc/passwd",
                "https://exa mple.org/",
                "/again"
            })
    void isNotSentElsewhere(String location) throws IOException {
        servers.answers.put("/again", PlatformServers.Answer.to(location));
        servers.answers.put("/1.jpg", PlatformServers.Answer.of("image/jpeg", PICTURE));
        try (Spool spool = spool()) {
            assertThat(files.fetch(picture(HOST + "/again"), null, spool)).isEqualTo(new Fetched.Never(Why.ELSEWHERE));
        }
        assertThat(servers.asked)
                .allSatisfy(asked -> assertThat(asked.host()).isEqualTo("scontent.xx.fbcdn.net"))
                .hasSizeLessThan(5);
    }

    @Test
    void followsFacebookFromOneOfItsHostsToAnother() throws IOException {
        servers.answers.put("/at", PlatformServers.Answer.to("https://cdn.fbsbx.com/1.jpg"));
        servers.answers.put("/1.jpg", PlatformServers.Answer.of("image/jpeg", PICTURE));
        try (Spool spool = spool()) {
            assertThat(files.fetch(picture(HOST + "/at"), null, spool)).isInstanceOf(Fetched.Whole.class);
        }
        assertThat(servers.asked).extracting(PlatformServers.Asked::host).last().isEqualTo("cdn.fbsbx.com");
    }

    @Test
    void connectsToNoPrivateAddressWhateverTheNameIs() throws IOException {
        files.destroy();
        files = files(new PublicAddresses(servers, false));
        try (Spool spool = spool()) {
            assertThatThrownBy(() -> files.fetch(picture(HOST + "/1.jpg"), null, spool))
                    .isInstanceOf(UnknownHostException.class);
            assertThatThrownBy(() -> files.fetch(line("1"), "the token", spool))
                    .isInstanceOf(UnknownHostException.class);
        }
        assertThat(servers.asked).isEmpty();
    }

    @Test
    void takesNoMoreThanIsSetAlsoOfWhatHasNoEnd() throws IOException {
        servers.answers.put("/large", PlatformServers.Answer.of("video/mp4", new byte[1024 * 1024 + 1]));
        servers.answers.put("/endless", PlatformServers.Answer.of("video/mp4", new byte[0]));
        for (String path : List.of("/large", "/endless")) {
            try (Spool spool = spool()) {
                assertThat(files.fetch(picture(HOST + path), null, spool))
                        .as(path)
                        .isEqualTo(new Fetched.Never(Why.TOO_LARGE));
            }
        }
    }

    @Test
    void asksLineWithItsTokenAndFollowsItNowhere() throws IOException {
        String path = "/v2/bot/message/1/content";
        servers.answers.put(path, PlatformServers.Answer.status(202));
        try (Spool spool = spool()) {
            assertThat(files.fetch(line("1"), "the token", spool)).isEqualTo(new Fetched.Later(false));
        }
        assertThat(servers.asked)
                .containsExactly(new PlatformServers.Asked("api-data.line.me", path, "Bearer the token"));
        servers.answers.put(path, PlatformServers.Answer.to("https://evil.example.org/"));
        try (Spool spool = spool()) {
            assertThat(files.fetch(line("1"), "the token", spool)).isEqualTo(new Fetched.Later(false));
        }
        servers.answers.put(path, PlatformServers.Answer.status(410));
        try (Spool spool = spool()) {
            assertThat(files.fetch(line("1"), "the token", spool)).isEqualTo(new Fetched.Later(true));
        }
        assertThat(servers.asked).extracting(PlatformServers.Asked::host).containsOnly("api-data.line.me");
    }

    @Test
    void takesNoPageForAPicture() throws IOException {
        servers.answers.put(
                "/1.jpg", PlatformServers.Answer.of("text/html", "<p>Sorry".getBytes(StandardCharsets.UTF_8)));
        try (Spool spool = spool()) {
            assertThat(files.fetch(picture(HOST + "/1.jpg"), null, spool)).isEqualTo(new Fetched.Later(false));
        }
    }

    private static Attached picture(String at) {
        return new Attached(Platform.FACEBOOK, at, "image", "");
    }

    private static Attached line(String id) {
        return new Attached(Platform.LINE, id, "video", "");
    }

    private Spool spool() throws IOException {
        return new Spools(folder).open();
    }

    private static PlatformFiles files(PublicAddresses addresses) {
        SocialSettings settings = new SocialSettings(
                List.of(), List.of(), List.of("fbcdn.net", "fbsbx.com"), DataSize.ofMegabytes(1), "platforms");
        return new PlatformFiles(settings, addresses, trusting(PlatformServers.TLS));
    }

    private static DefaultSslBundleRegistry trusting(TlsIdentity identity) {
        JksSslStoreDetails store = new JksSslStoreDetails(
                "PKCS12", null, identity.keyStore().toUri().toString(), TlsIdentity.PASSWORD);
        return new DefaultSslBundleRegistry("platforms", SslBundle.of(new JksSslStoreBundle(null, store)));
    }
}
