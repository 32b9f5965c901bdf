package org.sucharit.signing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PAdESSignature;
import eu.europa.esig.dss.pades.validation.PDFDocumentAnalyzer;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sucharit.signing.Authority.Identity;
import org.sucharit.signing.Authority.Wish;
import org.sucharit.signing.Signed.Reason;
import org.sucharit.signing.Signed.Shortfall;
import org.sucharit.signing.SigningSettings.KeySettings;
import org.sucharit.signing.Verification.Valid;

class SigningTests {

    private static final Authority AUTHORITY = new Authority("Issuer");
    private static final Wish TOWN = Wish.of("C=TH,O=Khao Hin,CN=Khao Hin Mayor");

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"RSA, 2048, true", "RSA, 3072, false", "EC, 256, true", "EC, 384, false"})
    void signsInTheNameOfAPersonWithTheKeyOfTheOrganisation(String algorithm, int strength, boolean packed)
            throws IOException {
        Signing signing = Samples.signing(AUTHORITY.issue(TOWN.key(algorithm, strength)), folder);
        assertThat(signing.available(Samples.ORG)).isTrue();
        byte[] pdf = Samples.pdf("Signed", packed);
        Signed.With signed = (Signed.With) signing.sign(Samples.ORG, pdf, Samples.MAYOR);
        assertThat(signed.level()).isEqualTo(Level.B);
        assertThat(signed.shortfall()).isNull();
        assertThat(signing.verify(Samples.ORG, signed.pdf()))
                .isEqualTo(new Valid(
                        "นายก้าน น้ำใส, นายกองค์การบริหารส่วนตำบลเขาหินงาม",
                        "Khao Hin",
                        Samples.NOW,
                        false,
                        Level.B,
                        true,
                        true));
        assertThat(byDss(signed.pdf()).getDataFoundUpToLevel()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        try (PDDocument document = Loader.loadPDF(signed.pdf())) {
            PDSignature entry = document.getSignatureDictionaries().getFirst();
            assertThat(entry.getReason()).isEqualTo(Samples.MAYOR.reason());
            assertThat(document.getPage(0)
                            .getAnnotations()
                            .getFirst()
                            .getRectangle()
                            .getWidth())
                    .isZero();
        }
        assertThat(signed.pdf()).startsWith(pdf);
    }

    @Test
    void lastsWhereATimestampServiceIsSet() {
        try (Services services = new Services(AUTHORITY)) {
            Signing signing = with(services);
            Signed.With signed = (Signed.With) signing.sign(Samples.ORG, Samples.pdf(), Samples.MAYOR);
            assertThat(signed.shortfall()).isNull();
            assertThat(signed.level()).isEqualTo(Level.LT);
            assertThat(byDss(signed.pdf()).getDataFoundUpToLevel()).isEqualTo(SignatureLevel.PAdES_BASELINE_LT);
            services.asked.clear();
            Valid valid = (Valid) signing.verify(Samples.ORG, signed.pdf());
            assertThat(valid.level()).isEqualTo(Level.LT);
            assertThat(valid.timeProven()).isTrue();
            assertThat(valid.signedAt()).isAfter(Samples.NOW);
            assertThat(valid.coversWholeFile()).isFalse();
            assertThat(valid.byUs()).isTrue();
            assertThat(services.asked).isEmpty();
        }
    }

    @Test
    void lastsInAFileWithoutPackedObjectsToo() {
        try (Services services = new Services(AUTHORITY)) {
            Signing signing = with(services);
            byte[] signed = Samples.signed(signing, Samples.pdf("Plain", false));
            assertThat(((Valid) signing.verify(Samples.ORG, signed)).level()).isEqualTo(Level.LT);
        }
    }

    @Test
    void saysThatRevocationDataIsLackingAndKeepsTheTimestamp() {
        try (Services services = new Services(AUTHORITY)) {
            services.listing = false;
            Signing signing = with(services);
            Signed.With signed = (Signed.With) signing.sign(Samples.ORG, Samples.pdf(), Samples.MAYOR);
            assertThat(signed.level()).isEqualTo(Level.T);
            assertThat(signed.shortfall()).isEqualTo(Shortfall.NO_REVOCATION_DATA);
            assertThat(((Valid) signing.verify(Samples.ORG, signed.pdf())).level())
                    .isEqualTo(Level.T);
        }
    }

    @Test
    void doesNotCallASignatureLastingWhereNobodyCanBeAskedAboutTheCertificate() {
        try (Services services = new Services(AUTHORITY)) {
            Signing signing = Samples.signing(
                    Samples.file(AUTHORITY.issue(TOWN).pkcs12(folder)), services.address() + "/tsa", null);
            Signed.With signed = (Signed.With) signing.sign(Samples.ORG, Samples.pdf(), Samples.MAYOR);
            assertThat(signed.level()).isEqualTo(Level.T);
            assertThat(signed.shortfall()).isEqualTo(Shortfall.NO_REVOCATION_DATA);
        }
    }

    @Test
    void signsWithoutATimestampWhereTheServiceFails() {
        try (Services services = new Services(AUTHORITY)) {
            services.timestamping = false;
            Signed.With signed = (Signed.With) with(services).sign(Samples.ORG, Samples.pdf(), Samples.MAYOR);
            assertThat(signed.level()).isEqualTo(Level.B);
            assertThat(signed.shortfall()).isEqualTo(Shortfall.NO_TIMESTAMP);
        }
    }

    /** A port that takes connections and never says a word. */
    @Test
    void doesNotWaitForeverForATimestamp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0)) {
            Signing signing = Samples.signing(
                    Samples.file(AUTHORITY.issue(TOWN).pkcs12(folder)),
                    "http://127.0.0.1:" + silent.getLocalPort() + "/tsa",
                    null);
            Instant before = Instant.now();
            Signed.With signed = (Signed.With) signing.sign(Samples.ORG, Samples.pdf(), Samples.MAYOR);
            assertThat(signed.level()).isEqualTo(Level.B);
            assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(15));
        }
    }

    @Test
    void handsTheDocumentBackUnsignedAndSaysWhyWhereTheKeyFails() throws IOException {
        Identity town = AUTHORITY.issue(TOWN);
        Instant now = Instant.now();
        Path file = town.pkcs12(folder);
        Path garbage = Files.writeString(folder.resolve("garbage.p12"), "no key store at all");
        assertWithout(Reason.WRONG_PASSWORD, Samples.file(file, "not the password", null));
        assertWithout(Reason.UNREADABLE, Samples.file(folder.resolve("missing.p12")));
        assertWithout(Reason.UNREADABLE, Samples.file(garbage));
        assertWithout(
                Reason.UNREADABLE,
                new KeySettings(file, null, null, null, folder.resolve("missing.txt"), null, null, null, null));
        assertWithout(Reason.NO_SUCH_KEY, Samples.file(file, Authority.PASSWORD, "another"));
        assertWithout(Reason.NO_SUCH_KEY, Samples.file(town.pkcs12(folder, "one", "two")));
        assertWithout(
                Reason.EXPIRED,
                Samples.file(AUTHORITY
                        .issue(TOWN.valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2))))
                        .pkcs12(folder)));
        assertWithout(
                Reason.NOT_YET_VALID,
                Samples.file(AUTHORITY
                        .issue(TOWN.valid(now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(9))))
                        .pkcs12(folder)));
        assertThat(Samples.signing(town, folder).sign("elsewhere", Samples.pdf(), Samples.MAYOR))
                .isInstanceOfSatisfying(
                        Signed.Without.class, none -> assertThat(none.reason()).isEqualTo(Reason.NO_KEY));
    }

    @Test
    void handsBackWhatIsNoPdf() {
        Signing signing = Samples.signing(AUTHORITY.issue(TOWN), folder);
        byte[] nothing = "no PDF".getBytes(US_ASCII);
        assertThat(signing.sign(Samples.ORG, nothing, Samples.MAYOR))
                .isEqualTo(new Signed.Without(nothing, Reason.FAILED));
        assertThat(signing.verify(Samples.ORG, Samples.signed(signing, Samples.pdf())))
                .isInstanceOf(Valid.class);
    }

    @Test
    void picksTheKeyByItsAliasAndReadsThePasswordFromAFile() throws IOException {
        Path file = AUTHORITY.issue(TOWN).pkcs12(folder, "one", "two");
        Path password = Files.writeString(folder.resolve("password.txt"), Authority.PASSWORD + "\n");
        Signing signing = Samples.signing(new KeySettings(file, null, null, null, password, null, null, "two", null));
        assertThat(signing.available(Samples.ORG)).isTrue();
    }

    @Test
    void refusesSettingsThatNameNoKeyOrTwo() {
        assertThatThrownBy(() -> new KeySettings(null, null, null, "x", null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeySettings(folder, folder, null, "x", null, null, null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeySettings(folder, null, null, null, null, "1234", null, null, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Samples.file(folder).toString()).doesNotContain(Authority.PASSWORD);
        assertThat(new SigningSettings(Map.of("a", Samples.file(folder)), null, Duration.ofSeconds(1), null).toString())
                .doesNotContain(Authority.PASSWORD);
    }

    @Test
    void signsFromManyThreadsAtOnce() throws Exception {
        Signing signing = Samples.signing(AUTHORITY.issue(TOWN), folder);
        Callable<Verification> work = () -> signing.verify(Samples.ORG, Samples.signed(signing, Samples.pdf()));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Verification> done : threads.invokeAll(Collections.nCopies(40, work))) {
                assertThat(done.get()).isInstanceOf(Valid.class);
            }
        }
    }

    private void assertWithout(Reason reason, KeySettings key) {
        Signing signing = Samples.signing(key);
        byte[] pdf = Samples.pdf();
        assertThat(signing.available(Samples.ORG)).isFalse();
        assertThat(signing.sign(Samples.ORG, pdf, Samples.MAYOR)).isEqualTo(new Signed.Without(pdf, reason));
    }

    private Signing with(Services services) {
        Identity town = AUTHORITY.issue(TOWN.services(services.address()));
        return Samples.signing(Samples.file(town.pkcs12(folder)), services.address() + "/tsa", null);
    }

    private static PAdESSignature byDss(byte[] pdf) {
        PDFDocumentAnalyzer analyzer = new PDFDocumentAnalyzer(new InMemoryDocument(pdf));
        analyzer.setCertificateVerifier(new CommonCertificateVerifier(true));
        List<?> signatures = analyzer.getSignatures();
        return (PAdESSignature) signatures.getFirst();
    }
}
