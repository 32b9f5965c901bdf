package org.sucharit.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.signing.Authority.Identity;
import org.sucharit.signing.Authority.Wish;
import org.sucharit.signing.SigningSettings.KeySettings;
import org.sucharit.signing.Verification.Changed;
import org.sucharit.signing.Verification.How;
import org.sucharit.signing.Verification.NotSigned;
import org.sucharit.signing.Verification.Unreadable;
import org.sucharit.signing.Verification.Untrusted;
import org.sucharit.signing.Verification.Valid;
import org.sucharit.signing.Verification.What;
import org.sucharit.signing.Verification.Why;

@Timeout(120)
class VerifierTests {

    private static final Authority AUTHORITY = new Authority("Issuer");
    private static final Authority STRANGERS = new Authority("Strangers");
    private static final Wish TOWN = Wish.of("C=TH,O=Khao Hin,CN=Khao Hin Mayor");

    @TempDir
    Path folder;

    private final Identity town = AUTHORITY.issue(TOWN);

    @SuppressWarnings("NullAway.Init")
    private Signing signing;

    @BeforeEach
    void open() {
        signing = Samples.signing(town, folder);
    }

    @Test
    void saysOfNoAlteredByteThatTheFileIsAsItWasSigned() {
        byte[] signed = Samples.signed(signing, Samples.pdf());
        assertThat(verify(signed)).isInstanceOf(Valid.class);
        SignedRange range = SignedRange.in(signed).ranges().getFirst();
        Random random = new Random(1);
        for (int i = 0; i < 400; i++) {
            byte[] altered = signed.clone();
            int at = i < 20 ? range.gap() - 10 + i : random.nextInt(signed.length);
            altered[at] ^= (byte) (1 << random.nextInt(7));
            if (at <= range.gap() || at >= range.resume()) {
                assertThat(verify(altered)).as("byte %d", at).isNotInstanceOf(Valid.class);
            } else if (verify(altered) instanceof Valid) {
                // The digit's other case, or a certificate beside the signer's.
                assertThat(text(altered)).isEqualTo(text(signed));
            }
        }
    }

    @Test
    void saysThatContentWasAlteredWhereASignedByteWas() {
        byte[] altered = Samples.signed(signing, Samples.pdf("What is signed", false));
        int at = new String(altered, ISO_8859_1).indexOf("/Count 1");
        altered[at + 7] = '2';
        assertThat(verify(altered)).isEqualTo(new Changed(How.ALTERED));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void saysThatContentWasAddedAfterSigning(boolean packed) throws IOException {
        assertThat(verify(overwritten(Samples.signed(signing, Samples.pdf("Approved: 100 baht", packed)))))
                .isEqualTo(new Changed(How.ADDED_TO));
    }

    @Test
    void saysSoWhereValidationDataWasAddedBefore() throws IOException {
        try (Services services = new Services(AUTHORITY)) {
            Signing lasting = Samples.signing(
                    Samples.file(
                            AUTHORITY.issue(TOWN.services(services.address())).pkcs12(folder)),
                    services.address() + "/tsa",
                    null);
            byte[] signed = Samples.signed(lasting, Samples.pdf());
            assertThat(((Valid) lasting.verify(Samples.ORG, signed)).level()).isEqualTo(Level.LT);
            assertThat(lasting.verify(Samples.ORG, overwritten(signed))).isEqualTo(new Changed(How.ADDED_TO));
        }
    }

    /** The catalogue alone is changed, so that the reader is shown another page tree, with an empty DSS beside it. */
    @Test
    void saysSoWhereWhatWasAddedIsOnlyCalledValidationData() throws IOException {
        byte[] signed = Samples.signed(signing, Samples.pdf());
        try (PDDocument document = Loader.loadPDF(signed);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            COSDictionary catalogue = document.getDocumentCatalog().getCOSObject();
            catalogue.setItem(COSName.getPDFName("DSS"), new COSDictionary());
            catalogue.setNeedToBeUpdated(true);
            document.saveIncremental(out);
            assertThat(verify(out.toByteArray())).isEqualTo(new Changed(How.ADDED_TO));
        }
    }

    @Test
    void believesNothingAppendedThatIsNoPdf() {
        byte[] signed = Samples.signed(signing, Samples.pdf());
        assertThat(verify(joined(signed, "\n".getBytes(US_ASCII)))).isEqualTo(new Changed(How.ADDED_TO));
        assertThat(verify(joined(signed, "/ByteRange [0 1 2 3]".getBytes(US_ASCII))))
                .isEqualTo(new Changed(How.ADDED_TO));
        assertThat(verify(joined(signed, "startxref\n12\n%%EOF\n".getBytes(US_ASCII))))
                .isEqualTo(new Changed(How.ADDED_TO));
    }

    /** A table of references that would unpack to a gigabyte. */
    @Test
    void unpacksNoBombBehindASignature() {
        byte[] signed = Samples.signed(signing, Samples.pdf());
        Deflater deflater = new Deflater(9);
        byte[] zeros = new byte[1024 * 1024];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        byte[] some = new byte[64 * 1024];
        for (int i = 0; i < 1024; i++) {
            deflater.setInput(zeros);
            for (int n = deflater.deflate(some); n > 0; n = deflater.deflate(some)) {
                packed.write(some, 0, n);
            }
        }
        String head = "900 0 obj\n<</Type/XRef/Size 901/W[1 2 1]/Index[0 900]/Root 1 0 R/Prev 10/Length "
                + packed.size() + "/Filter /FlateDecode>>\nstream\n";
        byte[] bomb = joined(
                signed,
                head.getBytes(US_ASCII),
                packed.toByteArray(),
                ("\nendstream\nendobj\nstartxref\n" + signed.length + "\n%%EOF\n").getBytes(US_ASCII));
        long before = System.nanoTime();
        assertThat(verify(bomb)).isEqualTo(new Changed(How.ADDED_TO));
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void tellsTheSignatureOfAnotherOrganisationFromItsOwn() {
        Identity other = AUTHORITY.issue(Wish.of("C=TH,O=Thung Thong,CN=Thung Thong Mayor"));
        Signing both = new Signing(
                new SigningSettings(
                        Map.of(
                                Samples.ORG,
                                Samples.file(town.pkcs12(folder)),
                                "thungthong",
                                Samples.file(other.pkcs12(folder))),
                        null,
                        Duration.ofSeconds(1),
                        null),
                Samples.time());
        byte[] signed = Samples.signed(both, Samples.pdf());
        assertThat(((Valid) both.verify(Samples.ORG, signed)).byUs()).isTrue();
        Valid seenByOther = (Valid) both.verify("thungthong", signed);
        assertThat(seenByOther.byUs()).isFalse();
        assertThat(seenByOther.organisation()).isEqualTo("Khao Hin");
        assertThat(((Valid) both.verify("bansai", signed)).byUs()).isFalse();
    }

    @Test
    void doesNotTakeEverybodyWhomItsIssuerCertifiedForItself() {
        byte[] signed = Samples.signed(
                Samples.signing(AUTHORITY.issue(Wish.of("C=TH,O=Neighbour,CN=Neighbour")), folder), Samples.pdf());
        assertThat(((Valid) verify(signed)).byUs()).isFalse();
    }

    @Test
    void takesARenewedCertificateForItsOwn() {
        Signing before = Samples.signing(AUTHORITY.issue(TOWN), folder);
        assertThat(((Valid) verify(Samples.signed(before, Samples.pdf()))).byUs())
                .isTrue();
    }

    @Test
    void knowsTheCertificatesThatItSignedWithBefore() throws IOException {
        Identity before = Authority.selfSigned(TOWN);
        byte[] signed = Samples.signed(Samples.signing(before, folder), Samples.pdf());
        assertThat(verify(signed)).isEqualTo(new Untrusted("Khao Hin Mayor", Why.UNKNOWN));
        Path former = pem("former", before.certificate());
        Path file = town.pkcs12(folder);
        Signing knowing =
                Samples.signing(new KeySettings(file, null, null, Authority.PASSWORD, null, null, null, null, former));
        assertThat(((Valid) knowing.verify(Samples.ORG, signed)).byUs()).isTrue();
    }

    @Test
    void believesNobodyForTheNameInTheirCertificate() {
        for (Identity stranger : List.of(STRANGERS.issue(TOWN), Authority.selfSigned(TOWN))) {
            byte[] signed = Samples.signed(Samples.signing(stranger, folder), Samples.pdf());
            assertThat(verify(signed)).isEqualTo(new Untrusted("Khao Hin Mayor", Why.UNKNOWN));
        }
    }

    /** A paper of ours, changed and signed anew by somebody else: the last signature counts. */
    @Test
    void believesNoStrangerWhoSignsOverItsSignature() throws IOException {
        byte[] ours = Samples.signed(signing, Samples.pdf());
        Signing stranger = Samples.signing(STRANGERS.issue(TOWN), folder);
        assertThat(verify(Samples.signed(stranger, overwritten(ours))))
                .isEqualTo(new Untrusted("Khao Hin Mayor", Why.UNKNOWN));
    }

    @Test
    void believesWhomTheOperatorTrusts() throws IOException {
        byte[] signed = Samples.signed(
                Samples.signing(STRANGERS.issue(Wish.of("C=TH,O=Ministry,CN=Minister")), folder), Samples.pdf());
        Signing trusting =
                Samples.signing(Samples.file(town.pkcs12(folder)), null, pem("trusted", STRANGERS.certificate()));
        Valid valid = (Valid) trusting.verify(Samples.ORG, signed);
        assertThat(valid.byUs()).isFalse();
        assertThat(valid.organisation()).isEqualTo("Ministry");
    }

    @Test
    void judgesACertificateByTheTimeOfSigning() throws IOException {
        Instant now = Instant.now();
        Identity expired = AUTHORITY.issue(TOWN.valid(now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(10))));
        OrganisationKey.Open key = new OrganisationKey.Open(expired.key(), null, expired.chain());
        Signer signer = new Signer(new SigningSettings(Map.of(), null, Duration.ofSeconds(1), null), List.of());
        Instant then = now.minus(Duration.ofDays(15)).truncatedTo(ChronoUnit.SECONDS);
        byte[] signed =
                signer.sign(key, Samples.pdf(), new SignAs("A", "B", "", then)).pdf();
        assertThat(((Valid) verify(signed)).signedAt()).isEqualTo(then);
    }

    @Test
    void saysThatAWeakKeyProvesNothing() {
        byte[] signed = Samples.signed(Samples.signing(AUTHORITY.issue(TOWN.key("RSA", 1024)), folder), Samples.pdf());
        assertThat(verify(signed)).isEqualTo(new Untrusted("Khao Hin Mayor", Why.WEAK));
    }

    /** The certificates of an uploaded file name addresses: whoever fetched them would be sent about by strangers. */
    @Test
    void asksNobodyOverTheNetworkAboutAFile() throws IOException {
        try (Services elsewhere = new Services(STRANGERS)) {
            Identity stranger = STRANGERS.issue(TOWN.services(elsewhere.address()));
            Path withoutIssuer = new Identity(stranger.key(), List.of(stranger.certificate())).pkcs12(folder);
            for (Path file : List.of(stranger.pkcs12(folder), withoutIssuer)) {
                byte[] plain = Samples.signed(Samples.signing(Samples.file(file)), Samples.pdf());
                byte[] timestamped = Samples.signed(
                        Samples.signing(Samples.file(file), elsewhere.address() + "/tsa", null), Samples.pdf());
                assertThat(elsewhere.asked).contains("/tsa");
                elsewhere.asked.clear();
                Signing trusting = Samples.signing(
                        Samples.file(town.pkcs12(folder)), null, pem("trusted", STRANGERS.certificate()));
                for (byte[] signed : List.of(plain, timestamped)) {
                    assertThat(verify(signed)).isInstanceOf(Untrusted.class);
                    assertThat(trusting.verify(Samples.ORG, signed)).isInstanceOf(Valid.class);
                }
                assertThat(elsewhere.asked).isEmpty();
            }
        }
    }

    @Test
    void saysThatAFileIsNotSigned() throws IOException {
        assertThat(verify(Samples.pdf())).isEqualTo(new NotSigned());
        try (PDDocument document = Loader.loadPDF(Samples.pdf());
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
            assertThat(verify(out.toByteArray())).isEqualTo(new NotSigned());
        }
    }

    @Test
    void saysThatItCannotReadWhatIsNoPdf() {
        byte[] random = new byte[100_000];
        new Random(2).nextBytes(random);
        assertThat(verify(new byte[0])).isEqualTo(new Unreadable(What.NOT_PDF));
        assertThat(verify(random)).isEqualTo(new Unreadable(What.NOT_PDF));
        assertThat(verify(new byte[30 * 1024 * 1024])).isEqualTo(new Unreadable(What.TOO_LARGE));
        assertThat(verify(joined("%PDF-1.7\n".getBytes(US_ASCII), random))).isEqualTo(new NotSigned());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[0 10 20 999999999]",
                "[0 10 20 99999999999999999999999]",
                "[0 -10 20 30]",
                "[-5 10 20 30]",
                "[0 10 2147483647 2147483647]",
                "[0 999999999 999999999 999999999]",
                "[0 20 10 5]",
                "[0 0 0 0]",
                "[0 10 11 5]",
                "[1 10 20 5]",
                "[0 10]",
                "[",
                "[0 10 20 5",
                "[0 10 20 5 0 10 20 5]",
                ""
            })
    void bearsAnyRange(String range) {
        byte[] file =
                ("%PDF-1.7\n1 0 obj <</Type/Sig/ByteRange " + range + "/Contents<00ff>>> endobj").getBytes(US_ASCII);
        assertThat(verify(file)).isEqualTo(new Changed(How.ALTERED));
    }

    @Test
    void bearsAnySignature() {
        for (String contents :
                List.of("", "00", "30", "30820000", "3080".repeat(50_000), "zz", "3003020100", "ff".repeat(99))) {
            assertThat(verify(withSignature(contents)))
                    .as(contents.substring(0, Math.min(20, contents.length())))
                    .isIn(new Unreadable(What.UNKNOWN_SIGNATURE), new Changed(How.ALTERED));
        }
        byte[] many = ("%PDF-1.7\n" + "/ByteRange [0 1 2 3] ".repeat(1_000_000)).getBytes(US_ASCII);
        assertThat(verify(many)).isEqualTo(new Changed(How.ALTERED));
    }

    private Verification verify(byte[] file) {
        return signing.verify(Samples.ORG, file);
    }

    /** Covers the whole file but for its gap. */
    private static byte[] withSignature(String contents) {
        String head = "%PDF-1.7\n1 0 obj <</Type/Sig/ByteRange [0 000000060 NNNNNNNNN 000000010]/Contents ";
        int gap = head.length();
        int resume = gap + contents.length() + 2;
        return (head.replace("000000060", String.format("%09d", gap))
                                .replace("NNNNNNNNN", String.format("%09d", resume))
                        + "<" + contents + ">" + ">> endobj\n")
                .getBytes(US_ASCII);
    }

    /** The page gets other words, in an incremental update. */
    private static byte[] overwritten(byte[] signed) throws IOException {
        try (PDDocument document = Loader.loadPDF(signed);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = document.getPage(0);
            try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 20);
                content.newLineAtOffset(50, 600);
                content.showText("Approved: 1,000,000 baht");
                content.endText();
            }
            page.getCOSObject().setNeedToBeUpdated(true);
            page.getResources().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
            return out.toByteArray();
        }
    }

    private Path pem(String name, X509Certificate certificate) throws IOException {
        Path in = Files.createDirectories(folder.resolve(name));
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        }
        Files.writeString(in.resolve("one.pem"), text.toString());
        return in;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
