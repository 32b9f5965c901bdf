package org.sucharit.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.sucharit.kernel.Time;

/**
 * Slows down whoever tries receipts. Wrong ones are counted under a hash of the network address with a key that lives
 * for ten minutes in the memory of this node: no address is stored or logged, and none can be found from what is kept.
 * Where very many are wrong in all, an address has one wrong try; whoever holds a receipt still gets in.
 *
 * <p>A proxy on this host that does not say whom it serves, an onion service among them, is never refused: everybody
 * would share its count, and one of them could keep the others out. A receipt's 86 bits are its own protection.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class ReceiptBrake extends OncePerRequestFilter {

    static final int WRONG_AT_MOST = 20;
    static final int WRONG_IN_ALL = 500;
    static final Duration WINDOW = Duration.ofMinutes(10);

    private static final Pattern BY_RECEIPT = Pattern.compile("/[^/]+/follow(?:/.*)?|/api/[^/]+/reports/current(?:/.*)?");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Time time;
    private final Map<String, Integer> wrong = new HashMap<>();
    private SecretKeySpec key = newKey();
    private Instant until = Instant.MIN;
    private int inAll;

    ReceiptBrake(Time time) {
        this.time = time;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        boolean form = request.getMethod().equals("POST") || path.startsWith("/api/");
        return !form || !BY_RECEIPT.matcher(path).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        if (!mayTry(address)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(WINDOW.toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        chain.doFilter(request, response);
        int status = response.getStatus();
        if (status == HttpStatus.NOT_FOUND.value() || status == HttpStatus.UNAUTHORIZED.value()) {
            count(address);
        }
    }

    private synchronized boolean mayTry(String address) {
        turn();
        if (address.startsWith("127.") || address.equals("::1") || address.equals("0:0:0:0:0:0:0:1")) {
            return true;
        }
        int tried = wrong.getOrDefault(hash(address), 0);
        return tried < (inAll < WRONG_IN_ALL ? WRONG_AT_MOST : 1);
    }

    private synchronized void count(String address) {
        turn();
        inAll++;
        wrong.merge(hash(address), 1, Integer::sum);
    }

    /** Every ten minutes with a new key and no memory of the old. */
    private void turn() {
        Instant now = time.now();
        if (now.isAfter(until)) {
            key = newKey();
            wrong.clear();
            inAll = 0;
            until = now.plus(WINDOW);
        }
    }

    private String hash(String address) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(address.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    private static SecretKeySpec newKey() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return new SecretKeySpec(key, "HmacSHA256");
    }
}
