package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.FileView;
import org.sucharit.document.DocumentKind;
import org.sucharit.signing.Signing;
import org.sucharit.signing.Verification;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** What goes out in somebody's name, and what the mayor directs, is signed with the key of the organisation that has one. */
@OnH2
class SignedPapersTests extends WalkTests {

    private static final String WITH_KEY = "signing-town";
    private static final String PASSWORD = "the-keys-own-password";

    @Autowired
    Signing signing;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry settings) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("key");
        Path store = folder.resolve("key.p12");
        folder.toFile().deleteOnExit();
        store.toFile().deleteOnExit(); // is deleted first
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "office",
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-dname",
                        "C=TH, O=Test, CN=Test",
                        "-validity",
                        "30",
                        "-ext",
                        "KeyUsage=digitalSignature,nonRepudiation",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        settings.add("sucharit.signing.keys." + WITH_KEY + ".pkcs12", store::toString);
        settings.add("sucharit.signing.keys." + WITH_KEY + ".password", () -> PASSWORD);
    }

    private FileView latest(Walk walk, DocumentKind kind) {
        return walk.town.in(() -> walk.open().files().stream()
                .filter(file -> file.document() == kind)
                .toList()
                .getLast());
    }

    @Test
    void signsOrdersLettersAndWhatTheMayorDirects() {
        Town.Founded town = towns.found(WITH_KEY);
        Walk walk = walks.corruption(town, "finance")
                .toInvestigation("legal")
                .conclude()
                .endorse();
        assertThat(latest(walk, DocumentKind.APPOINTMENT_ORDER).signature()).isEqualTo("B");
        assertThat(latest(walk, DocumentKind.FORWARDING_MEMO).signature()).isNull();
        assertThat(latest(walk, DocumentKind.FINDINGS_MEMO).signature()).isNull();
        walk.direct(Directive.APPROVED);
        assertThat(latest(walk, DocumentKind.FINDINGS_MEMO).signature()).isEqualTo("B");
        Verification verified = signing.verify(
                WITH_KEY, walk.papers(DocumentKind.FINDINGS_MEMO).getLast().bytes());
        assertThat(verified).isInstanceOfSatisfying(Verification.Valid.class, valid -> {
            assertThat(valid.byUs()).isTrue();
            assertThat(valid.coversWholeFile()).isTrue();
            assertThat(valid.signer()).startsWith("นายmayor ทดสอบทิพย์สุข, นายก");
        });
    }

    @Test
    void issuesWithoutASignatureAndSaysWhyWhereThereIsNoKey() {
        Walk walk = walks.corruption(towns.found(), "finance").toInvestigation("legal");
        assertThat(latest(walk, DocumentKind.APPOINTMENT_ORDER).signature()).isEqualTo("NO_KEY");
    }
}
