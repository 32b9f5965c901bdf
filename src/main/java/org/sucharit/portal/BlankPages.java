package org.sucharit.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Compresses the public pages as they are before anybody has written anything, for telephones on slow lines. They hold
 * no secret and echo nothing, so their length tells nothing; every other page goes out as it is, because the length of
 * a compressed one would tell of the receipt in it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class BlankPages extends OncePerRequestFilter {

    private static final Pattern BLANK = Pattern.compile("/(?!setup)[a-z][a-z0-9-]{1,39}(?:/report|/follow)?");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        return !request.getMethod().equals("GET")
                || accepted == null
                || !accepted.contains("gzip")
                || !BLANK.matcher(request.getRequestURI()).matches();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ContentCachingResponseWrapper page = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, page);
        byte[] plain = page.getContentAsByteArray();
        String type = page.getContentType();
        if (plain.length == 0 || type == null || !type.startsWith("text/html") || response.isCommitted()) {
            page.copyBodyToResponse();
            return;
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setContentLength(packed.size());
        packed.writeTo(response.getOutputStream());
    }
}
