package org.sucharit.social;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.DnsResolver;
import org.jspecify.annotations.Nullable;
import org.sucharit.testing.TlsIdentity;

/** LINE's and Meta's servers, by their names, on one port of this machine; and a host that is neither's. */
final class PlatformServers implements DnsResolver, AutoCloseable {

    static final TlsIdentity TLS =
            TlsIdentity.create("api-data.line.me", "*.xx.fbcdn.net", "cdn.fbsbx.com", "evil.example.org");

    private static final Set<String> NAMES =
            Set.of("api-data.line.me", "scontent.xx.fbcdn.net", "cdn.fbsbx.com", "evil.example.org");

    record Asked(String host, String path, @Nullable String authorization) {}

    /** @param location where to, instead of a body */
    record Answer(
            int status, String type, byte[] body, @Nullable String location) {

        static Answer of(String type, byte[] body) {
            return new Answer(200, type, body, null);
        }

        static Answer status(int status) {
            return new Answer(status, "text/plain", new byte[0], null);
        }

        static Answer to(String location) {
            return new Answer(302, "text/plain", new byte[0], location);
        }
    }

    final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
    final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final HttpsServer server;

    PlatformServers() throws IOException {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TLS.context()));
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(new Asked(
                exchange.getRequestHeaders().getFirst("Host"),
                path,
                exchange.getRequestHeaders().getFirst("Authorization")));
        Answer answer = answers.getOrDefault(path, Answer.status(404));
        if (answer.location() != null) {
            exchange.getResponseHeaders().set("Location", answer.location());
        }
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        if (answer.status() == 200 && answer.body().length == 0) {
            endless(exchange);
        } else {
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            while (true) {
                out.write(new byte[64 * 1024]);
            }
        } catch (IOException hungUp) {
            // which is what is wanted
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (!NAMES.contains(host)) {
            throw new UnknownHostException(host);
        }
        return new InetAddress[] {InetAddress.getLoopbackAddress()};
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return List.of(
                new InetSocketAddress(resolve(host)[0], server.getAddress().getPort()));
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
