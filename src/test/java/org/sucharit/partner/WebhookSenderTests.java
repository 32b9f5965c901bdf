package org.sucharit.partner;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.jks.JksSslStoreBundle;
import org.springframework.boot.ssl.jks.JksSslStoreDetails;
import org.sucharit.testing.TlsIdentity;

class WebhookSenderTests {

    private static final TlsIdentity TLS = TlsIdentity.create();

    private HttpsServer server;
    private WebhookSender sender;

    @BeforeEach
    void start() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TLS.context()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
        JksSslStoreDetails store =
                new JksSslStoreDetails("PKCS12", null, TLS.keyStore().toUri().toString(), TlsIdentity.PASSWORD);
        sender = new WebhookSender(
                new PartnerSettings(true, Duration.ofSeconds(10), "partners"),
                new DefaultSslBundleRegistry("partners", SslBundle.of(new JksSslStoreBundle(null, store))));
    }

    @AfterEach
    void stop() throws IOException {
        sender.destroy();
        server.stop(0);
    }

    @Test
    @Timeout(20)
    void isNotHeldUpByAnAnswerWithoutEnd() throws IOException {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[64 * 1024]);
                }
            } catch (IOException hungUp) {
                exchange.close();
            }
        });
        String address = "https://localhost:" + server.getAddress().getPort() + "/";
        for (int message = 0; message < 10; message++) { // more than connections are kept to one server
            assertThat(sender.send(address, "secret", 1, new byte[] {'{', '}'})).isEqualTo(200);
        }
    }
}
