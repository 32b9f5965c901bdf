package org.sucharit.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.sucharit.kernel.Time;
import org.sucharit.signing.Authority.Identity;
import org.sucharit.signing.SigningSettings.KeySettings;

/** Files, settings and names that the tests of signing share. */
final class Samples {

    static final String ORG = "kaohin";
    static final Instant NOW = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS);
    static final SignAs MAYOR =
            new SignAs("นายก้าน น้ำใส", "นายกองค์การบริหารส่วนตำบลเขาหินงาม", "ลงนามในบันทึกข้อความ", NOW);

    private Samples() {}

    static Time time() {
        return new AnnotationConfigApplicationContext("org.sucharit.kernel").getBean(Time.class);
    }

    static byte[] pdf() {
        return pdf("What is signed", true);
    }

    static byte[] pdf(String text, boolean packed) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 20);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            document.save(out, packed ? CompressParameters.DEFAULT_COMPRESSION : CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static KeySettings file(Path file) {
        return file(file, Authority.PASSWORD, null);
    }

    static KeySettings file(Path file, String password, @Nullable String alias) {
        return new KeySettings(file, null, null, password, null, null, null, alias, null);
    }

    static Signing signing(KeySettings key) {
        return signing(key, null, null);
    }

    static Signing signing(KeySettings key, @Nullable String timestamps, @Nullable Path trusted) {
        return new Signing(
                new SigningSettings(
                        Map.of(ORG, key),
                        timestamps == null ? null : URI.create(timestamps),
                        Duration.ofSeconds(2),
                        trusted),
                time());
    }

    static Signing signing(Identity identity, Path folder) {
        return signing(file(identity.pkcs12(folder)));
    }

    static byte[] signed(Signing signing, byte[] pdf) {
        if (signing.sign(ORG, pdf, MAYOR) instanceof Signed.With with) {
            return with.pdf();
        }
        throw new AssertionError("Not signed");
    }
}
