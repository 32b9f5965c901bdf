package org.sucharit.testing;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Holds PDF files to the standards they claim, by veraPDF. */
public final class PdfConformance {

    private static final int SHOWN = 20;

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfConformance() {}

    /** @throws AssertionError naming the rules that the file breaks as PDF/A-2a or as PDF/UA-1 */
    public static void assertArchival(byte[] pdf) {
        String broken = Arrays.asList(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1).stream()
                .flatMap(flavour -> broken(pdf, flavour).stream())
                .limit(SHOWN)
                .collect(Collectors.joining("\n"));
        if (!broken.isEmpty()) {
            throw new AssertionError("Not archival:\n" + broken);
        }
    }

    private static List<String> broken(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            return result.isCompliant()
                    ? List.of()
                    : result.getTestAssertions().stream()
                            .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                            .map(PdfConformance::described)
                            .distinct()
                            .toList();
        } catch (Exception e) {
            throw new AssertionError("Not to be read as " + flavour, e);
        }
    }

    private static String described(TestAssertion assertion) {
        return assertion.getRuleId().getSpecification().getId() + " "
                + assertion.getRuleId().getClause() + "-"
                + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage() + " at "
                + assertion.getLocation().getContext();
    }
}
