package org.sucharit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockMultipartFile;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.Problem;

/** The attack: a name under which an officer takes a file for another. */
class UploadsTests {

    private static final String RIGHT_TO_LEFT = "\u202e";

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd, passwd",
        "C:\\Users\\somchai\\proof.pdf, proof.pdf",
        "\u202egpj.exe, gpj.exe",
        "pay\u2066slip\u2069.pdf, payslip.pdf",
        "a\u200bb.txt, ab.txt",
        "หลักฐาน ๑.pdf, หลักฐาน ๑.pdf"
    })
    void areNamedAsTheyRead(String sent, String kept) {
        List<Problem.Field> wrong = new ArrayList<>();
        List<Upload> uploads =
                Uploads.read(List.of(new MockMultipartFile("files", sent, "image/jpeg", new byte[] {1})), wrong);
        assertThat(wrong).isEmpty();
        assertThat(uploads).extracting(Upload::name).containsExactly(kept);
    }

    @org.junit.jupiter.api.Test
    void haveANameWhereNothingIsLeftOfIt() {
        MockMultipartFile nameless = new MockMultipartFile("files", RIGHT_TO_LEFT, "image/jpeg", new byte[] {1});
        assertThat(Uploads.read(List.of(nameless), new ArrayList<>()))
                .extracting(Upload::name)
                .containsExactly("file");
    }
}
