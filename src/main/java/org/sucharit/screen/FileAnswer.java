package org.sucharit.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.MediaType;
import org.springframework.util.StreamUtils;
import org.springframework.web.servlet.View;

/**
 * A file as the answer, sent as it is read, so that it is never in memory whole. A download that broke off goes on where
 * it ended (RFC 9110, one range at a time).
 *
 * @param shown whether the browser shows it by itself; otherwise it is only ever saved, and of a type that none opens
 * @param tag names these bytes for ever; nothing where they are not to be asked for again
 * @param source gives the bytes from the first on; what it skips it need not read
 */
public record FileAnswer(
        String name,
        MediaType type,
        boolean shown,
        long size,
        @Nullable String tag,
        InputStreamSource source) implements View {

    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(name, StandardCharsets.UTF_8)
                .build();
        response.setContentType((shown ? type : MediaType.APPLICATION_OCTET_STREAM).toString());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition.toString());
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (tag != null) {
            response.setHeader(HttpHeaders.ETAG, quoted(tag));
            response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        }
        HttpRange range = wanted(request);
        if (range == null) {
            send(0, size - 1, response);
            return;
        }
        long first = range.getRangeStart(size);
        if (first >= size) {
            response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
            return;
        }
        long last = range.getRangeEnd(size);
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + first + "-" + last + "/" + size);
        send(first, last, response);
    }

    private void send(long first, long last, HttpServletResponse response) throws IOException {
        response.setContentLengthLong(last - first + 1);
        try (InputStream in = source.getInputStream()) {
            if (last >= first) {
                StreamUtils.copyRange(in, response.getOutputStream(), first, last);
            }
        }
    }

    /** A range that cannot be understood, or of other bytes than these, is none. */
    private @Nullable HttpRange wanted(HttpServletRequest request) {
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (tag == null || !request.getMethod().equals("GET") || condition != null && !condition.equals(quoted(tag))) {
            return null;
        }
        try {
            List<HttpRange> ranges = HttpRange.parseRanges(request.getHeader(HttpHeaders.RANGE));
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException garbled) {
            return null;
        }
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }
}
