package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.sucharit.document.Digits;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Documents;
import org.sucharit.document.Stationery;
import org.sucharit.document.Template;
import org.sucharit.testing.PdfConformance;

class AssemblyTests {

    private static final Typesetter TYPESETTER = new Typesetter(Typeface.SARABUN);

    @Test
    void joinsPapersInTheirOrder() throws IOException {
        byte[] joined = joined(Stream.of(part("ปก", 1), part("น้ำ ปี่ محمد", 60), part("ท้าย Пётр", 2)));
        PdfConformance.assertArchival(joined);
        List<String> lines = SampleFiles.text(joined);
        assertThat(lines).hasSize(63);
        assertThat(lines.getFirst()).isEqualTo("ปก 0");
        assertThat(lines.get(1)).startsWith("น้ำ ปี่ ");
        assertThat(lines.getLast()).isEqualTo("ท้าย Пётр 1");
        try (PDDocument document = Loader.loadPDF(joined)) {
            assertThat(document.getNumberOfPages()).isEqualTo(4);
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("รวม <เอกสาร>");
            PDStructureElement root = (PDStructureElement) document.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getKids()
                    .getFirst();
            assertThat(root.getKids())
                    .hasSize(3)
                    .allSatisfy(part -> assertThat(((PDStructureElement) part).getStructureType())
                            .isEqualTo("Part"));
        }
    }

    @Test
    void joinsEveryKindOfPaper() throws IOException {
        Documents documents = new Documents();
        Stationery stationery = new Stationery("องค์การ", "", "", null, Typeface.SARABUN, Digits.THAI);
        PdfConformance.assertArchival(joined(Stream.of(DocumentKind.values())
                .map(kind -> documents
                        .sample(Template.standard(kind), stationery, LocalDate.of(2026, 11, 11))
                        .pdf())));
    }

    @Test
    void everyMarkStillBelongsToItsNode() throws IOException {
        byte[] joined = joined(IntStream.range(0, 70).mapToObj(i -> part("ฉบับที่ " + i, 3)));
        try (PDDocument document = Loader.loadPDF(joined)) {
            COSDictionary tree =
                    document.getDocumentCatalog().getStructureTreeRoot().getCOSObject();
            COSArray nodes = tree.getCOSDictionary(COSName.PARENT_TREE).getCOSArray(COSName.KIDS);
            assertThat(nodes.size()).isEqualTo(2);
            Set<Integer> keys = new HashSet<>();
            for (PDPage page : document.getPages()) {
                int key = page.getStructParents();
                assertThat(keys.add(key)).isTrue();
                COSArray entries = ((COSDictionary) nodes.getObject(key / 64)).getCOSArray(COSName.getPDFName("Nums"));
                COSArray marks = (COSArray) entries.getObject(2 * (key % 64) + 1);
                assertThat(marks.size()).isEqualTo(3);
                for (int id = 0; id < 3; id++) {
                    COSDictionary node = (COSDictionary) marks.getObject(id);
                    assertThat(node.getCOSDictionary(COSName.PG)).isSameAs(page.getCOSObject());
                    assertThat(node.getCOSArray(COSName.K).getInt(0)).isEqualTo(id);
                }
            }
        }
    }

    @Test
    void leavesSignaturesOut() throws IOException {
        byte[] joined = joined(Stream.of(signed(part("ลงนาม", 1)), part("ข", 1)));
        PdfConformance.assertArchival(joined);
        try (PDDocument document = Loader.loadPDF(joined)) {
            assertThat(document.getDocumentCatalog().getAcroForm()).isNull();
            assertThat(document.getPage(0).getAnnotations()).isEmpty();
            assertThat(SampleFiles.text(joined)).containsExactly("ลงนาม 0", "ข 0");
        }
    }

    @Test
    void theSamePartsMakeTheSameBytes() throws IOException {
        assertThat(joined(Stream.of(part("ก", 1), part("ข", 1))))
                .isEqualTo(joined(Stream.of(part("ก", 1), part("ข", 1))));
    }

    @Test
    void asksForAPartOnlyWhenTheOneBeforeIsWritten() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> written = new ArrayList<>();
        Stream<byte[]> parts = IntStream.range(0, 5).mapToObj(i -> {
            written.add(out.size());
            return part("ก", 1);
        });
        Assembly.write(out, "ก", SampleFiles.TIME, parts.iterator());
        assertThat(written).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void keepsAFewBytesForEachPage() throws IOException {
        byte[] part = part("เจ้าหน้าที่ผู้รับผิดชอบได้ชี้แจงข้อเท็จจริง", 30);
        List<Long> used = new ArrayList<>();
        Stream<byte[]> parts = IntStream.range(0, 1_000).mapToObj(i -> {
            if (i == 100 || i == 999) {
                used.add(usedHeap());
            }
            return part;
        });
        Assembly.write(OutputStream.nullOutputStream(), "ก", SampleFiles.TIME, parts.iterator());
        assertThat(used.getLast() - used.getFirst()).isLessThan(900 * 4_096L);
    }

    private static long usedHeap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void refusesFilesOfOthers() throws IOException {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }
        assertThatThrownBy(() -> joined(Stream.of(plain.toByteArray()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> joined(Stream.of(new byte[] {1, 2}))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhenItCannotWrite() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("full");
            }
        };
        assertThatThrownBy(() -> Assembly.write(
                        full, "ก", SampleFiles.TIME, Stream.of(part("ก", 1)).iterator()))
                .isInstanceOf(IOException.class)
                .hasMessage("full");
    }

    private static byte[] joined(Stream<byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Assembly.write(out, "รวม <เอกสาร>", SampleFiles.TIME, parts.iterator());
        return out.toByteArray();
    }

    static byte[] part(String text, int lines) {
        return SampleFiles.write(IntStream.range(0, lines)
                        .mapToObj(i -> TYPESETTER.line(text + " " + i, Style.BODY))
                        .toList())
                .bytes();
    }

    /** With a field, a widget and a dictionary as signing adds them; that the signature itself is nonsense matters not. */
    private static byte[] signed(byte[] pdf) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ETSI_CADES_DETACHED);
            signature.setSignDate(Calendar.getInstance());
            document.addSignature(signature, content -> new byte[] {1, 2, 3});
            document.saveIncremental(out);
        }
        return out.toByteArray();
    }
}
