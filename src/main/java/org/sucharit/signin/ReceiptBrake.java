package org.sucharit.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.sucharit.kernel.AddressCounts;
import org.sucharit.kernel.Time;

/**
 * Slows down whoever tries receipts. Wrong ones are counted for ten minutes as {@link AddressCounts} does, without
 * keeping an address. Where very many are wrong in all, an address has one wrong try; whoever holds a receipt still gets in.
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

    private static final Pattern BY_RECEIPT =
            Pattern.compile("/[^/]+/follow(?:/.*)?|/api/[^/]+/reports/current(?:/.*)?");
    private final Time time;
    private final AddressCounts wrong = new AddressCounts(WINDOW);

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
            wrong.add(address, time.now());
        }
    }

    private boolean mayTry(String address) {
        if (AddressCounts.isShared(address)) {
            return true;
        }
        Instant now = time.now();
        return wrong.of(address, now) < (wrong.all(now) < WRONG_IN_ALL ? WRONG_AT_MOST : 1);
    }
}
