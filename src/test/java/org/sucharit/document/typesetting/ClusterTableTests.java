package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterTableTests {

    /** Above and below vowels with the tones they take in Thai words. */
    private static final List<String> STACKS = stacks();

    @Test
    void knowsEachClusterByItsPlace() {
        for (int i = 0; i < ClusterTable.SIZE; i++) {
            String cluster = ClusterTable.cluster(i);
            assertThat(ClusterTable.index(cluster)).as(cluster).isEqualTo(i);
            assertThat(ThaiText.clusters(cluster)).containsExactly(cluster);
            assertThat(ThaiText.clean(cluster)).isEqualTo(cluster);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sarabun-Regular", "Sarabun-Bold"})
    void isWhatTheShapingEngineSays(String face) throws IOException {
        ClusterTable baked = ClusterTable.read(ClusterBaker.bake(Face.resource(face + ".ttf")));
        ClusterTable bundled = ClusterTable.read(Face.resource(face + ".clusters.gz"));
        assertThat(bundled.sameAs(baked)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sarabun-Regular", "Sarabun-Bold"})
    void noMarkTouchesAnother(String face) throws IOException {
        ClusterTable table = ClusterTable.read(Face.resource(face + ".clusters.gz"));
        List<String> touching = new ArrayList<>();
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(Face.resource(face + ".ttf")))) {
            for (char consonant = 'ก'; consonant <= 'ฮ'; consonant++) {
                for (String stack : STACKS) {
                    String cluster = consonant + stack;
                    if (overlaps(font, table.shape(cluster).parts())) {
                        touching.add(cluster);
                    }
                }
            }
        }
        assertThat(touching).isEmpty();
    }

    /** Whether any two of the parts above or below the consonant share ink; the consonant is the first part. */
    private static boolean overlaps(TrueTypeFont font, int[] parts) throws IOException {
        List<Area> marks = new ArrayList<>();
        for (int i = 3; i < parts.length; i += 3) {
            Area mark = new Area(font.getGlyph().getGlyph(parts[i]).getPath());
            mark.transform(AffineTransform.getTranslateInstance(parts[i + 1], parts[i + 2]));
            for (Area other : marks) {
                Area common = new Area(mark);
                common.intersect(other);
                if (!common.isEmpty()) {
                    return true;
                }
            }
            marks.add(mark);
        }
        return false;
    }

    private static List<String> stacks() {
        List<String> stacks = new ArrayList<>();
        for (char vowel : "\u0E31\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39".toCharArray()) {
            for (char tone : "\u0E48\u0E49\u0E4A\u0E4B".toCharArray()) {
                stacks.add("" + vowel + tone);
            }
        }
        stacks.addAll(List.of("\u0E34\u0E4C", "\u0E38\u0E4C", "\u0E48\u0E33", "\u0E49\u0E33"));
        return stacks;
    }
}
