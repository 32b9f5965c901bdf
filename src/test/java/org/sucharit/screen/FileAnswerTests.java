package org.sucharit.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A download goes on where it broke off, and nowhere else. */
class FileAnswerTests {

    private static final byte[] FILE = "0123456789".getBytes(StandardCharsets.US_ASCII);

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");

    private MockHttpServletResponse answer(@Nullable String tag) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new FileAnswer("ก\".html", MediaType.TEXT_HTML, false, FILE.length, tag, () -> new ByteArrayInputStream(FILE))
                .render(Map.of(), request, response);
        return response;
    }

    @Test
    void sendsTheWholeAsAFileThatNoBrowserOpens() throws IOException {
        MockHttpServletResponse response = answer("a");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEqualTo(FILE);
        assertThat(response.getContentLengthLong()).isEqualTo(10);
        assertThat(response.getContentType()).isEqualTo("application/octet-stream");
        assertThat(response.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("%E0%B8%81%22.html");
        assertThat(response.getHeader("ETag")).isEqualTo("\"a\"");
        assertThat(response.getHeader("Accept-Ranges")).isEqualTo("bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=4-, 456789, bytes 4-9/10",
        "bytes=0-3, 0123, bytes 0-3/10",
        "bytes=8-99, 89, bytes 8-9/10",
        "bytes=-3, 789, bytes 7-9/10"
    })
    void goesOnWhereItBrokeOff(String range, String rest, String said) throws IOException {
        request.addHeader("Range", range);
        request.addHeader("If-Range", "\"a\"");
        MockHttpServletResponse response = answer("a");
        assertThat(response.getStatus()).isEqualTo(206);
        assertThat(response.getContentAsString()).isEqualTo(rest);
        assertThat(response.getHeader("Content-Range")).isEqualTo(said);
    }

    @Test
    void sendsTheWholeWhereOtherBytesWereBegun() throws IOException {
        request.addHeader("Range", "bytes=4-");
        request.addHeader("If-Range", "\"other\"");
        assertThat(answer("a").getContentAsByteArray()).isEqualTo(FILE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"bytes=0-1,4-5", "bytes=5-4", "lines=1-2", "bytes=x-y"})
    void sendsTheWholeForARangeThatIsNone(String range) throws IOException {
        request.addHeader("Range", range);
        MockHttpServletResponse response = answer("a");
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentAsByteArray()).isEqualTo(FILE);
    }

    @Test
    void hasNothingBehindTheEnd() throws IOException {
        request.addHeader("Range", "bytes=10-");
        MockHttpServletResponse response = answer("a");
        assertThat(response.getStatus()).isEqualTo(416);
        assertThat(response.getHeader("Content-Range")).isEqualTo("bytes */10");
        assertThat(response.getContentAsByteArray()).isEmpty();
    }

    @Test
    void sendsNoPartOfWhatMayNotBeAskedForAgain() throws IOException {
        request.addHeader("Range", "bytes=4-");
        MockHttpServletResponse response = answer(null);
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getHeader("Accept-Ranges")).isNull();
    }
}
