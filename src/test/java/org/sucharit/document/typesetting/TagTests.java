package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sucharit.document.typesetting.Tag.Type;
import org.sucharit.testing.PdfConformance;

class TagTests {

    private static final Typesetter TYPESETTER = new Typesetter(Typeface.SARABUN);

    private static final int GREY = 0x54;

    private final Tag document = Tag.document();
    private final List<Row> rows = new ArrayList<>();

    @Test
    void aPaperWithEverythingInItIsArchival() throws IOException {
        everything();
        PdfConformance.assertArchival(SampleFiles.write(rows, document).bytes());
    }

    @Test
    void saysInTheFileWhatThePaperIs() throws IOException {
        everything();
        try (PDDocument file = Loader.loadPDF(SampleFiles.write(rows, document).bytes())) {
            PDStructureNode root = file.getDocumentCatalog().getStructureTreeRoot();
            assertThat(described(root))
                    .isEqualTo("Document(H1 Figure P Sect(H2 L(LI(Lbl LBody) LI(Lbl LBody))) BlockQuote"
                            + " Table(TR(TH TH) TR(TH TD) TR(TD)))");
            PDStructureElement figure = element(root, "Figure");
            assertThat(figure.getAlternateDescription()).isEqualTo("ตราขององค์การ");
            COSDictionary attributes = figure.getCOSObject().getCOSDictionary(COSName.A);
            assertThat(attributes.getCOSArray(COSName.BBOX).toList().toString()).contains("{50}", "{150}");
            assertThat(element(root, "TH")
                            .getCOSObject()
                            .getCOSDictionary(COSName.A)
                            .getNameAsString("Scope"))
                    .isEqualTo("Column");
            assertThat(file.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(file.getPage(1).getStructParents()).isEqualTo(1);
        }
    }

    @Test
    void aParagraphMayGoOnOnTheNextPage() throws IOException {
        Tag paragraph = document.child(Type.P);
        for (int i = 0; i < 60; i++) {
            text(paragraph, "บรรทัดที่ " + i, Style.BODY);
        }
        byte[] pdf = SampleFiles.write(rows, document).bytes();
        PdfConformance.assertArchival(pdf);
        try (PDDocument file = Loader.loadPDF(pdf)) {
            assertThat(file.getNumberOfPages()).isEqualTo(2);
            assertThat(described(file.getDocumentCatalog().getStructureTreeRoot()))
                    .isEqualTo("Document(P)");
        }
    }

    @Test
    void leavesOutWhatHoldsNothing() throws IOException {
        document.child(Type.SECT).child(Type.P);
        text(document.child(Type.P), "ก", Style.BODY);
        try (PDDocument file = Loader.loadPDF(SampleFiles.write(rows, document).bytes())) {
            assertThat(described(file.getDocumentCatalog().getStructureTreeRoot()))
                    .isEqualTo("Document(P)");
        }
    }

    @Test
    void refusesAFigureWithoutText() {
        assertThatThrownBy(() -> document.figure(" ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> document.child(Type.FIGURE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> document.child(Type.P).spanning(1, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "png, INT_ARGB",
        "png, BYTE_GRAY",
        "png, USHORT_GRAY",
        "png, BYTE_INDEXED",
        "jpeg, INT_RGB",
        "jpeg, BYTE_GRAY"
    })
    void keepsTheColoursOfAPicture(String format, String type) throws IOException, ReflectiveOperationException {
        int kind = BufferedImage.class.getField("TYPE_" + type).getInt(null);
        Picture picture = Picture.of(image(format, kind));
        assertThat(picture.widthToHeight()).isEqualTo(2);
        Tag figure = document.figure("ภาพ");
        rows.add(row(200, (canvas, top) -> canvas.tagged(figure, () -> canvas.image(picture, 100, top, 200, 100))));
        byte[] pdf = SampleFiles.write(rows, document).bytes();
        PdfConformance.assertArchival(pdf);
        try (PDDocument file = Loader.loadPDF(pdf)) {
            int seen = new PDFRenderer(file).renderImage(0).getRGB(150, (int) Sheet.OFFICIAL.firstTop() + 50);
            int meant = type.contains("GRAY") ? new Color(GREY, GREY, GREY).getRGB() : Color.RED.getRGB();
            assertThat(Math.abs((seen & 0xFF) - (meant & 0xFF))).isLessThan(5);
            assertThat(Math.abs((seen >> 16 & 0xFF) - (meant >> 16 & 0xFF))).isLessThan(5);
        }
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> Picture.of(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Picture.of(new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    private void everything() throws IOException {
        text(document.child(Type.H1), "บันทึกข้อความ", Style.TITLE);
        Picture picture = Picture.of(image("png", BufferedImage.TYPE_INT_ARGB));
        Tag figure = document.figure("ตราขององค์การ");
        rows.add(row(60, (canvas, top) -> {
            canvas.tagged(figure, () -> canvas.image(picture, 50, top, 100, 50));
            canvas.rule(40, 300, top);
        }));
        text(document.child(Type.P), "ข้อความ (محمد) Пётр", Style.BODY);
        Tag section = document.child(Type.SECT);
        text(section.child(Type.H2), "ข้อเท็จจริง", Style.STRONG);
        Tag list = section.child(Type.L);
        for (String label : List.of("๑.", "๒.")) {
            Tag item = list.child(Type.LI);
            text(item.child(Type.LBL), label, Style.BODY);
            text(item.child(Type.LBODY), "รายการ", Style.BODY);
        }
        text(document.child(Type.BLOCK_QUOTE), "ความเห็น", Style.BODY);
        Tag table = document.child(Type.TABLE);
        Tag head = table.child(Type.TR);
        text(head.child(Type.TH), "เดือน", Style.STRONG);
        text(head.child(Type.TH), "จำนวน", Style.STRONG);
        Tag row = table.child(Type.TR);
        text(row.rowHeader(), "มกราคม", Style.BODY);
        row.child(Type.TD);
        text(table.child(Type.TR).child(Type.TD).spanning(1, 2), "ไม่มี", Style.BODY);
        for (int i = 0; i < 40; i++) {
            rows.add(row(21, (canvas, top) -> {
                canvas.ink(Canvas.Ink.PALE);
                canvas.fill(40, top, 10, 10);
                canvas.ink(Canvas.Ink.BLACK);
                canvas.verticalRule(60, top, top + 21);
                canvas.dots(70, 200, top);
            }));
        }
    }

    private void text(Tag tag, String text, Style style) {
        TextLine line = TYPESETTER.line(text, style);
        rows.add(row(
                style.pitch(),
                (canvas, top) -> canvas.tagged(tag, () -> canvas.text(line, 60, top + style.baseline()))));
    }

    private static Row row(float height, Row.Drawing drawing) {
        return new Row(height, List.of(drawing), true, "");
    }

    /** Twice as wide as high, red. */
    private static byte[] image(String format, int type) throws IOException {
        BufferedImage image = new BufferedImage(40, 20, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 40, 20);
        graphics.dispose();
        if (image.getRaster().getNumBands() == 1 && type != BufferedImage.TYPE_BYTE_INDEXED) {
            int[] samples = new int[800];
            Arrays.fill(samples, type == BufferedImage.TYPE_USHORT_GRAY ? GREY * 257 : GREY);
            image.getRaster().setSamples(0, 0, 40, 20, 0, samples);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, out)).isTrue();
        return out.toByteArray();
    }

    private static String described(PDStructureNode node) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .map(kid -> kid.getStructureType() + (described(kid).isEmpty() ? "" : "(" + described(kid) + ")"))
                .collect(Collectors.joining(" "));
    }

    private static PDStructureElement element(PDStructureNode node, String type) {
        return node.getKids().stream()
                .filter(PDStructureElement.class::isInstance)
                .map(PDStructureElement.class::cast)
                .flatMap(kid -> kid.getStructureType().equals(type)
                        ? java.util.stream.Stream.of(kid)
                        : java.util.stream.Stream.ofNullable(has(kid, type) ? element(kid, type) : null))
                .findFirst()
                .orElseThrow();
    }

    private static boolean has(PDStructureNode node, String type) {
        return described(node).matches(".*\\b" + type + "\\b.*");
    }
}
