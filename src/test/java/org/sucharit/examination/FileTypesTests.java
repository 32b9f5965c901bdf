package org.sucharit.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is what its bytes say, and whoever says otherwise is found out; an honest sender is not accused. */
class FileTypesTests {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void goesByTheBytes() throws Exception {
        assertThat(FileTypes.of("photo.jpg", bytes("MZ\u0090\0\3\0\0\0\4\0\0\0")))
                .isEqualTo("application/x-msdownload");
        assertThat(FileTypes.of("letter.pdf", Sent.photograph(1))).isEqualTo("image/jpeg");
        assertThat(FileTypes.of("x", Sent.pdf(1))).isEqualTo("application/pdf");
        assertThat(FileTypes.of("a.docx", Sent.word()))
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(FileTypes.of("a.odt", Sent.writer())).isEqualTo("application/vnd.oasis.opendocument.text");
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, a.jpg, application/x-msdownload, true",
        "image/jpeg, a.jpg, text/html, true",
        "application/pdf, a.pdf, image/jpeg, true",
        "application/octet-stream, a.pdf, application/x-dosexec, true",
        "image/jpeg, a.exe, image/jpeg, true",
        "image/jpeg, a.jpg, image/jpeg, false",
        "image/jpg, a.JPG, image/jpeg, false",
        "application/octet-stream, a, application/x-dosexec, false",
        "text/plain, a.csv, text/csv, false",
        "application/zip, a.zip, application/zip, false",
        "application/octet-stream, a.docx, application/zip, false",
        "garbled, a.png, image/png, false"
    })
    void tellsWhereSenderAndBytesDisagree(String said, String name, String found, boolean disagree) {
        assertThat(FileTypes.disagree(said, name, found)).isEqualTo(disagree);
    }
}
