package org.sucharit.signing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.sucharit.signing.Authority.Identity;
import org.sucharit.signing.Authority.Wish;

/** A timestamp service (RFC 3161) and an authority's revocation list, over HTTP on this machine. */
public final class Services implements AutoCloseable {

    final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile boolean timestamping = true;
    volatile boolean listing = true;

    private final HttpServer server;
    private final Authority authority;
    private final Identity clock;

    /** With an authority of its own. */
    public Services() {
        this(new Authority("Issuer"));
    }

    Services(Authority authority) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.authority = authority;
        this.clock = authority.issue(
                Wish.of("C=TH,O=Clock,CN=Clock").services(address()).forTimestamps());
        server.createContext("/", this::answer);
        server.start();
    }

    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        asked.add(path);
        byte[] request = exchange.getRequestBody().readAllBytes();
        byte[] answer = switch (path) {
            case "/tsa" -> timestamping ? timestamp(request) : null;
            case "/crl" -> listing ? authority.revocationList() : null;
            default -> null;
        };
        if (path.equals("/tsa")) {
            exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        }
        exchange.sendResponseHeaders(answer == null ? 503 : 200, answer == null ? -1 : answer.length);
        if (answer != null) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private byte[] timestamp(byte[] request) throws IOException {
        try {
            DigestCalculator sha1 = new JcaDigestCalculatorProviderBuilder()
                    .build()
                    .get(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1));
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", clock.key(), clock.certificate()),
                    sha1,
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1"));
            tokens.addCertificates(new JcaCertStore(clock.chain()));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(new TimeStampRequest(request), BigInteger.valueOf(System.nanoTime()), new Date())
                    .getEncoded();
        } catch (TSPException | OperatorException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
