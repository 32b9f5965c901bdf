package org.sucharit.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets in no more uploads at once than the memory holds; the rest wait, and are asked to come again. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class UploadGate extends OncePerRequestFilter {

    private static final String SECONDS = "30";

    private final UploadRoom room;

    UploadGate(UploadRoom room) {
        this.room = room;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null || !type.regionMatches(true, 0, "multipart/", 0, 10);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int taken = take(request.getContentLengthLong());
        if (taken == 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            room.giveBack(taken);
        }
    }

    private int take(long length) throws IOException {
        try {
            return room.take(length);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an upload waited", stopping);
        }
    }
}
