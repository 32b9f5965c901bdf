package org.sucharit.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sucharit.document.Digits;
import org.sucharit.document.Documents;
import org.sucharit.document.Heading;
import org.sucharit.document.Issuer;
import org.sucharit.document.Marking;
import org.sucharit.document.Memo;
import org.sucharit.document.Section;
import org.sucharit.signing.Authority.Wish;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** A signed paper is as fit for the archive, and for a screen reader, as it was before. */
class ArchivalTests {

    private static final Authority AUTHORITY = new Authority("Issuer");
    private static final Wish TOWN = Wish.of("C=TH,O=Khao Hin,CN=Khao Hin Mayor");

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @EnumSource(
            value = PDFAFlavour.class,
            names = {"PDFA_2_A", "PDFUA_1"})
    void signingBreaksNoRuleThatThePaperKept(PDFAFlavour flavour) throws Exception {
        byte[] paper = paper();
        try (Services services = new Services(AUTHORITY)) {
            Path key = AUTHORITY.issue(TOWN.services(services.address())).pkcs12(folder);
            byte[] plain = Samples.signed(Samples.signing(Samples.file(key)), paper);
            byte[] lasting =
                    Samples.signed(Samples.signing(Samples.file(key), services.address() + "/tsa", null), paper);
            Set<String> before = failures(paper, flavour);
            assertThat(before).containsAll(failures(plain, flavour)).containsAll(failures(lasting, flavour));
        }
    }

    @Test
    void leavesTheOrderOfTabbingAndTheTagsAlone() throws IOException {
        byte[] paper = paper();
        byte[] signed = Samples.signed(Samples.signing(AUTHORITY.issue(TOWN), folder), paper);
        try (PDDocument before = Loader.loadPDF(paper);
                PDDocument after = Loader.loadPDF(signed)) {
            assertThat(after.getPage(0).getCOSObject().getNameAsString(COSName.getPDFName("Tabs")))
                    .isEqualTo(before.getPage(0).getCOSObject().getNameAsString(COSName.getPDFName("Tabs")));
            assertThat(after.getDocumentCatalog().getStructureTreeRoot() == null)
                    .isEqualTo(before.getDocumentCatalog().getStructureTreeRoot() == null);
        }
    }

    private static byte[] paper() {
        Heading heading = new Heading(
                new Issuer("องค์การบริหารส่วนตำบลเขาหินงาม", "สำนักปลัด", "", ""),
                "สส 73601/123",
                LocalDate.of(2026, 11, 11),
                Marking.OPEN,
                Digits.THAI);
        return new Documents()
                .render(new Memo(
                        heading,
                        "เรื่องทดสอบ",
                        "นายกองค์การบริหารส่วนตำบลเขาหินงาม",
                        List.of(new Section("ข้อเท็จจริง", List.of("ข้อเท็จจริงปรากฏตามเอกสาร"))),
                        "",
                        new org.sucharit.document.Signer("นายก้าน น้ำใส", "นิติกร"),
                        List.of()))
                .pdf();
    }

    /** The rules that the file breaks, by clause and test number. */
    private static Set<String> failures(byte[] pdf, PDFAFlavour flavour) throws VeraPDFException, IOException {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(broken -> broken.getRuleId().getClause() + "-"
                            + broken.getRuleId().getTestNumber())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
