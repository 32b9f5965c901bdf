package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.document.typesetting.UnusableFont.Reason;
import org.sucharit.testing.PdfConformance;

/** Fonts of the organisation, made here out of Sarabun so that no font of the host is needed. */
class OwnFontTests {

    private static final String TEXT = "น้ำ ที่ ญู ฐู ปี่ ก็ พ.ศ. ๒๕๖๙ (ITA) Пётр ☑";

    private byte[] font = new byte[0];

    @BeforeEach
    void read() throws IOException {
        font = Face.resource("Sarabun-Regular.ttf");
    }

    @Test
    void setsAPaperInThem() throws IOException {
        Typesetter own = new Typesetter(Typeface.of(font, Face.resource("Sarabun-Bold.ttf")));
        Typesetter bundled = new Typesetter(Typeface.SARABUN);
        for (Style style : List.of(Style.BODY, Style.STRONG)) {
            TextLine line = own.line(TEXT, style);
            assertThat(line.width()).isCloseTo(bundled.line(TEXT, style).width(), within(0.05f));
            PdfFile.Result file = SampleFiles.write(List.of(line));
            assertThat(file.missing()).isEmpty();
            assertThat(SampleFiles.text(file)).containsExactly(TEXT);
            PdfConformance.assertArchival(file.bytes());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2048, 1024, 670})
    void setsLettersEquallyLargeWhateverTheUnitsOfTheFont(int unitsPerEm) {
        table("head").putShort(18, (short) unitsPerEm);
        Typeface typeface = Typeface.of(font, null);
        assertThat(typeface.scale()).isCloseTo(0.67f * unitsPerEm / 1000, within(0.001f));
        TextLine line = new Typesetter(typeface).line(TEXT, Style.BODY);
        assertThat(line.width())
                .isCloseTo(
                        new Typesetter(Typeface.SARABUN).line(TEXT, Style.BODY).width(), within(0.2f));
        PdfFile.Result file = SampleFiles.write(List.of(line));
        assertThat(SampleFiles.text(file)).containsExactly(TEXT);
        PdfConformance.assertArchival(file.bytes());
    }

    @Test
    void everyClusterExtractsExactly() {
        table("head").putShort(18, (short) 2048);
        Typesetter own = new Typesetter(Typeface.of(font, null));
        List<String> lines = IntStream.iterate(0, i -> i < ClusterTable.SIZE, i -> i + 25)
                .mapToObj(start -> IntStream.range(start, Math.min(ClusterTable.SIZE, start + 25))
                        .mapToObj(ClusterTable::cluster)
                        .collect(Collectors.joining(" ")))
                .toList();
        PdfFile.Result file = SampleFiles.write(
                lines.stream().map(line -> own.line(line, Style.BODY)).toList());
        assertThat(SampleFiles.text(file)).isEqualTo(lines);
    }

    @Test
    void takesTheBoldOfSarabunWhereThereIsNone() {
        Glyph bold = new Typesetter(Typeface.of(font, null))
                .line("ก", Style.STRONG)
                .glyphs()
                .getFirst();
        assertThat(bold.face()).isSameAs(Face.BOLD);
    }

    @ParameterizedTest
    @CsvSource({"2, false", "256, false", "512, false", "258, false", "0, true", "4, true", "8, true", "6, true"})
    void asksForItsMakersLeave(int permissions, boolean allowed) {
        table("OS/2").putShort(8, (short) permissions);
        if (allowed) {
            assertThat(Typeface.of(font, null)).isNotNull();
        } else {
            assertRefused(Reason.EMBEDDING_FORBIDDEN);
        }
    }

    @Test
    void refusesWhatIsNoTrueType() {
        for (String start : List.of("OTTO", "ttcf", "wOFF", "wOF2", "%PDF")) {
            byte[] other = font.clone();
            System.arraycopy(start.getBytes(StandardCharsets.US_ASCII), 0, other, 0, 4);
            assertRefused(other, Reason.NOT_TRUETYPE);
        }
        assertRefused(new byte[0], Reason.NOT_TRUETYPE);
        assertRefused(new byte[Typeface.MOST_BYTES + 1], Reason.TOO_LARGE);
    }

    @Test
    void refusesAFontWithoutThai() throws IOException {
        assertRefused(Face.resource("NotoSans-Regular.ttf"), Reason.LACKS_THAI);
    }

    @Test
    void refusesAFontThatBreaksOff() {
        for (int length : new int[] {13, 200, 20_000, font.length - 500}) {
            assertRefused(Arrays.copyOf(font, length), Reason.BROKEN);
        }
    }

    @Test
    void refusesAGlyphThatHoldsItself() {
        Face face = Face.REGULAR;
        int composite = IntStream.range(1, 500)
                .filter(id -> !SubsetFont.parts(face.outline(id)).isEmpty())
                .findFirst()
                .orElseThrow();
        ByteBuffer loca = table("loca");
        boolean wide = table("head").getShort(50) == 1;
        int offset = wide ? loca.getInt(4 * composite) : 2 * Short.toUnsignedInt(loca.getShort(2 * composite));
        table("glyf").putShort(offset + 12, (short) composite);
        assertRefused(Reason.BROKEN);
    }

    /** Nothing that a damaged font may do to a paper is worse than being refused. */
    @Test
    void refusesOrSetsADamagedFont() {
        Random random = new Random(7);
        ByteBuffer glyphs = table("glyf");
        int start = glyphs.arrayOffset();
        for (int i = 0; i < 12; i++) {
            byte[] damaged = font.clone();
            for (int n = 0; n < 40; n++) {
                damaged[start + random.nextInt(glyphs.remaining())] = (byte) random.nextInt();
            }
            try {
                TextLine line = new Typesetter(Typeface.of(damaged, null)).line(TEXT, Style.BODY);
                assertThat(SampleFiles.text(SampleFiles.write(List.of(line)))).containsExactly(TEXT);
            } catch (UnusableFont e) {
                assertThat(e.reason()).isEqualTo(Reason.BROKEN);
            }
        }
    }

    private void assertRefused(Reason reason) {
        assertRefused(font, reason);
    }

    private static void assertRefused(byte[] file, Reason reason) {
        assertThatThrownBy(() -> Typeface.of(file, null))
                .isInstanceOfSatisfying(
                        UnusableFont.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    /** A table of the font, to be changed in place. */
    private ByteBuffer table(String tag) {
        ByteBuffer in = ByteBuffer.wrap(font);
        for (int at = 12; at < 12 + 16 * in.getShort(4); at += 16) {
            if (new String(font, at, 4, StandardCharsets.US_ASCII).equals(tag)) {
                return in.slice(in.getInt(at + 8), in.getInt(at + 12));
            }
        }
        throw new AssertionError(tag);
    }
}
