package org.sucharit.screen;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;
import org.sucharit.kernel.Spools;

/**
 * Reads uploads, in place of the container, which would write them to a disk in the clear or hold them in memory. Each
 * file goes part by part into a spool that is gone when its request ends. No more is taken in at once than there is room
 * for; who finds none in time is asked to come again.
 *
 * <p>A file over the limit for one is let in as long as the whole request is within its own: the form then says so beside
 * the field, with everything typed still there. Who takes an upload checks its size.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class UploadFilter extends OncePerRequestFilter {

    private static final String SECONDS = "30";

    private final Spools spools;
    private final UploadRoom room;
    private final ReceivedUpload.Limits limits;

    UploadFilter(
            Spools spools,
            @Value("${sucharit.upload.room}") DataSize room,
            @Value("${sucharit.upload.patience}") Duration patience,
            @Value("${sucharit.upload.largest-request}") DataSize largest,
            @Value("${server.tomcat.max-http-form-post-size}") DataSize mostOfFields) {
        this.spools = spools;
        this.room = new UploadRoom(room.toBytes(), patience);
        this.limits = new ReceivedUpload.Limits(largest.toBytes(), mostOfFields.toBytes());
    }

    /** An upload that is read already is one of a test without a container. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !BodyLimit.isUpload(request)
                || WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (ReceivedUpload upload = new ReceivedUpload(spools, room, limits)) {
            HttpServletRequest read;
            try {
                read = upload.read(request);
            } catch (ReceivedUpload.NoRoom full) {
                response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS);
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            } catch (FileUploadSizeException tooLarge) {
                response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                return;
            } catch (FileUploadException garbled) {
                response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            chain.doFilter(read, response);
        }
    }
}
