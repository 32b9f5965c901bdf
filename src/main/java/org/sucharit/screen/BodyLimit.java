package org.sucharit.screen;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriUtils;

/**
 * Reads no more of a body than {@code sucharit.largest-body} says, whatever length was announced, and answers 413
 * beyond it. Forms and uploads have limits of their own. It stands before whatever asks for a field, and answers in our
 * own words where the fields cannot be read.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class BodyLimit extends OncePerRequestFilter {

    /** Found among the causes of a body that could not be read. */
    static final class TooLarge extends IOException {

        private TooLarge() {
            super("The body is too large");
        }
    }

    private static final String REFUSED = BodyLimit.class.getName() + ".refused";

    /** What the decoder leaves where there is no letter. */
    private static final char REPLACEMENT = 0xFFFD;

    private final long most;
    private final long mostOfForm;

    BodyLimit(
            @Value("${sucharit.largest-body}") DataSize most,
            @Value("${server.tomcat.max-http-form-post-size}") DataSize mostOfForm) {
        this.most = most.toBytes();
        this.mostOfForm = mostOfForm.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getAttribute(REFUSED) != null) {
            chain.doFilter(new Unread(request), response); // the page that says so
            return;
        }
        if (isFields(request) && request.getContentLengthLong() > mostOfForm) {
            refuse(request, response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (isUpload(request) && isGarbled(request.getQueryString())) {
            refuse(request, response, HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            if (!isUpload(request)) {
                request.getParameterMap();
            }
            chain.doFilter(isForm(request) ? request : new Limited(request, most), response);
        } catch (InvalidParameterException unreadable) {
            refuse(request, response, unreadable.getErrorCode());
        }
    }

    /**
     * The container's exception bears what was typed, a receipt or a report, and would be logged with it: it ends here.
     * It would fail over the fields again for the page that says so, so that page looks at none.
     */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, int status)
            throws IOException {
        request.setAttribute(REFUSED, true);
        if (!response.isCommitted()) {
            response.sendError(status);
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean isForm(HttpServletRequest request) {
        return isFields(request) || isUpload(request);
    }

    static boolean isUpload(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "multipart/form-data", 0, 19);
    }

    private static boolean isFields(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "application/x-www-form-urlencoded", 0, 33);
    }

    /** An upload's own fields cannot be looked at before there is room for it. */
    private static boolean isGarbled(@Nullable String query) {
        try {
            return query != null
                    && UriUtils.decode(query, StandardCharsets.UTF_8).indexOf(REPLACEMENT) >= 0;
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    /** A form whose fields nobody reads. */
    private static final class Unread extends HttpServletRequestWrapper {

        Unread(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getQueryString() {
            return null;
        }

        @Override
        public @Nullable String getParameter(String name) {
            return null;
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            return Map.of();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.emptyEnumeration();
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            return null;
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long most;

        Limited(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > most) {
                throw new TooLarge();
            }
            return new Counted(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = body.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = body.read(into, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws TooLarge {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
