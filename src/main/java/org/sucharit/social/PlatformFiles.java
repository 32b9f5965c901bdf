package org.sucharit.social;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Content.NotFetched.Why;
import org.sucharit.kernel.PublicAddresses;
import org.sucharit.kernel.Spool;

/**
 * Fetches from a platform's server what came with a message. It goes nowhere but where {@link PlatformAddress} and
 * {@link PublicAddresses} lead, on each step of the way; takes no more than is set, and no longer than it says.
 */
@Component
class PlatformFiles implements DisposableBean {

    /** For one file, whatever the server does. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout ANSWER = Timeout.ofSeconds(20);
    private static final int MOST_STEPS = 4;
    private static final int BUFFER = 64 * 1024;
    private static final int LONGEST_TYPE = 100;

    /** What came of it. */
    sealed interface Fetched {

        /** It lies in the spool. */
        record Whole(String contentType) implements Fetched {}

        /**
         * Not now, but perhaps another time.
         *
         * @param gone whether the server says that there is no such thing
         */
        record Later(boolean gone) implements Fetched {}

        record Never(Why why) implements Fetched {}
    }

    private final SocialSettings settings;
    private final CloseableHttpClient client;

    PlatformFiles(SocialSettings settings, PublicAddresses addresses, SslBundles bundles) {
        this.settings = settings;
        PoolingHttpClientConnectionManagerBuilder connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(addresses)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(ANSWER)
                        .build());
        if (settings.sslBundle() != null) {
            connections.setTlsSocketStrategy(new DefaultClientTlsStrategy(
                    bundles.getBundle(settings.sslBundle()).createSslContext()));
        }
        this.client = HttpClients.custom()
                .setConnectionManager(connections.build())
                .setDefaultRequestConfig(
                        RequestConfig.custom().setResponseTimeout(ANSWER).build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Sucharit")
                .build();
    }

    /**
     * @param token of LINE's channel; goes to LINE alone
     * @param into empty; of use only where it came whole
     * @throws IOException where the server was not reached, broke off, or took too long
     */
    Fetched fetch(Attached attached, @Nullable String token, Spool into) throws IOException {
        return switch (attached.platform()) {
            case LINE -> line(attached, token, into);
            case FACEBOOK -> facebook(attached, into);
        };
    }

    private Fetched line(Attached attached, @Nullable String token, Spool into) throws IOException {
        Optional<URI> at = PlatformAddress.line(attached.at());
        if (at.isEmpty() || token == null) {
            return new Fetched.Later(false);
        }
        HttpGet get = new HttpGet(at.get());
        get.setHeader("Authorization", "Bearer " + token);
        return inTime(get, answer -> switch (answer.getCode()) {
            case 200 -> read(answer, attached.kind(), into);
            case 404, 410 -> new Fetched.Later(true);
            // 202: a film is still being made ready. 401: the token can be mended.
            default -> new Fetched.Later(false);
        });
    }

    /**
     * One request of several.
     *
     * @param fetched nothing where the server sends elsewhere
     * @param next where to, if one may go there
     */
    private record Step(@Nullable Fetched fetched, Optional<URI> next) {

        static Step last(Fetched fetched) {
            return new Step(fetched, Optional.empty());
        }
    }

    /** Facebook's servers send to one another; each step is looked at as the first. */
    private Fetched facebook(Attached attached, Spool into) throws IOException {
        Optional<URI> next = PlatformAddress.facebook(attached.at(), settings.facebookHosts());
        for (int steps = 0; steps < MOST_STEPS && next.isPresent(); steps++) {
            URI at = next.get();
            Step step = inTime(new HttpGet(at), answer -> switch (answer.getCode()) {
                case 200 -> Step.last(read(answer, attached.kind(), into));
                case 301, 302, 303, 307, 308 -> new Step(null, sent(at, answer.getFirstHeader("Location")));
                // 403: the address is signed for a time, and that is over.
                case 403, 404, 410 -> Step.last(new Fetched.Later(true));
                default -> Step.last(new Fetched.Later(false));
            });
            if (step.fetched() != null) {
                return step.fetched();
            }
            next = step.next();
        }
        return new Fetched.Never(Why.ELSEWHERE);
    }

    private Optional<URI> sent(URI from, @Nullable Header location) {
        try {
            return location == null
                    ? Optional.empty()
                    : PlatformAddress.facebook(from.resolve(location.getValue()).toString(), settings.facebookHosts());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private interface Reading<T> {
        T of(ClassicHttpResponse answer) throws IOException;
    }

    private <T> T inTime(HttpGet get, Reading<T> reading) throws IOException {
        Thread end = Thread.ofVirtual().start(() -> endLate(get));
        try {
            return reading.of(client.executeOpen(null, get, null));
        } finally {
            end.interrupt();
            get.cancel(); // hangs up; to close the answer would be to read it to its end, which may never come
        }
    }

    private static void endLate(HttpGet get) {
        try {
            Thread.sleep(PATIENCE);
            get.cancel();
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        }
    }

    private Fetched read(ClassicHttpResponse answer, String kind, Spool into) throws IOException {
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return new Fetched.Later(false);
        }
        String type = entity.getContentType() == null ? "" : entity.getContentType();
        if (!kind.equals("file") && type.startsWith("text/")) {
            return new Fetched.Later(false); // a page that says that something went wrong
        }
        if (entity.getContentLength() > settings.largest().toBytes()) {
            return new Fetched.Never(Why.TOO_LARGE);
        }
        long size = 0;
        InputStream in = entity.getContent(); // is not closed, for the same reason as its answer is not
        try (OutputStream out = into.write()) {
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                size += read;
                if (size > settings.largest().toBytes()) {
                    return new Fetched.Never(Why.TOO_LARGE);
                }
                out.write(buffer, 0, read);
            }
        }
        if (size == 0) {
            return new Fetched.Later(false);
        }
        boolean said = !type.isBlank() && type.length() <= LONGEST_TYPE;
        return new Fetched.Whole(said ? type.replaceAll(";.*", "").strip() : "application/octet-stream");
    }

    @Override
    public void destroy() throws IOException {
        client.close();
    }
}
