package org.sucharit.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sucharit.document.Digits;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Documents;
import org.sucharit.document.Stationery;
import org.sucharit.document.Template;
import org.sucharit.document.typesetting.Typeface;
import org.sucharit.signing.Authority.Wish;
import org.sucharit.testing.PdfConformance;

/** A signed paper is PDF/A-2a and PDF/UA-1 still. */
class ArchivalTests {

    private static final Authority AUTHORITY = new Authority("Issuer");
    private static final Wish TOWN = Wish.of("C=TH,O=Khao Hin,CN=Khao Hin Mayor");
    private static final Stationery STATIONERY = new Stationery(
            "องค์การบริหารส่วนตำบลเขาหินงาม", "หมู่ที่ 4", "0 7000 1234", null, Typeface.SARABUN, Digits.THAI);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void staysFitForTheArchiveAndForScreenReaders(DocumentKind kind) throws IOException {
        byte[] paper = new Documents()
                .sample(Template.standard(kind), STATIONERY, LocalDate.of(2026, 11, 11))
                .pdf();
        byte[] signed = Samples.signed(Samples.signing(AUTHORITY.issue(TOWN), folder), paper);
        PdfConformance.assertArchival(signed);
        try (PDDocument document = Loader.loadPDF(signed)) {
            for (PDPage page : document.getPages()) {
                assertThat(page.getCOSObject().getNameAsString(COSName.getPDFName("Tabs")))
                        .isEqualTo("S");
            }
        }
        try (Services services = new Services(AUTHORITY)) {
            Path key = AUTHORITY.issue(TOWN.services(services.address())).pkcs12(folder);
            Signing lasting = Samples.signing(Samples.file(key), services.address() + "/tsa", null);
            byte[] archived = Samples.signed(lasting, paper);
            PdfConformance.assertArchival(archived);
            assertThat(((Verification.Valid) lasting.verify(Samples.ORG, archived)).level())
                    .isEqualTo(Level.LT);
        }
    }
}
