package org.sucharit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.document.Documents;
import org.sucharit.document.Paper;
import org.sucharit.document.Template;
import org.sucharit.document.typesetting.Assembly;
import org.sucharit.kernel.Time;
import org.sucharit.signing.SigningCost;

/**
 * How quickly papers are made, tagged and archival as all of them are, beside what other programs take for the same memo
 * in the same run. Holds that nothing fails and that memory does not grow with a batch, never a time.
 */
@Tag("bench")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DocumentsBenchTests {

    private static final String GROUP = "papers";
    private static final String MEMO = "a one-page memo";
    private static final long MEGABYTE = 1 << 20;
    private static final int CHECKS = 20;

    private static final Documents DOCUMENTS = new Documents();
    private static final Map<String, Double> OTHERS = new TreeMap<>();
    private static double memoMillis = Double.NaN;
    private static long smallestBatch;

    @AfterAll
    static void tell() throws IOException {
        OTHERS.forEach((name, millis) -> Results.value(GROUP, name, "millis", millis));
        OTHERS.values().stream()
                .min(Double::compare)
                .ifPresent(fastest ->
                        Results.value(GROUP, MEMO + ", against the fastest other", "times", fastest / memoMillis));
        Results.tell();
    }

    @Test
    @Order(1)
    void settingAMemo() throws Exception {
        Paper memo = Memo.onePage();
        assertThat(render(memo).length).isPositive();
        memoMillis = 1000 / measured(1, MEMO, () -> render(memo));
        measured(processors(), MEMO, () -> render(memo));
        Results.value(GROUP, MEMO, "kilobytes", render(memo).length / 1024.0);
        assertThat(DOCUMENTS.render(memo, Template.standard(memo.kind())).pages())
                .isEqualTo(1);
    }

    @Test
    @Order(2)
    void settingAndSigningAMemo(@TempDir Path folder) throws Exception {
        SigningCost signing = new SigningCost(folder);
        Paper memo = Memo.onePage();
        measured(1, MEMO + ", signed", () -> signing.sign(render(memo)));
        measured(processors(), MEMO + ", signed", () -> signing.sign(render(memo)));
        Results.value(GROUP, MEMO + ", signed", "kilobytes", signing.sign(render(memo)).length / 1024.0);
    }

    @Test
    @Order(3)
    void settingATable() throws Exception {
        Paper table = Memo.table(60);
        measured(1, "a table of 60 rows", () -> render(table));
        measured(processors(), "a table of 60 rows", () -> render(table));
        Results.value(GROUP, "a table of 60 rows", "kilobytes", render(table).length / 1024.0);
    }

    /** What a batch holds in memory at its fullest, its papers made one by one. */
    @ParameterizedTest
    @ValueSource(ints = {100, 1_000, 3_000})
    @Order(4)
    void joiningABatch(int pages) throws IOException {
        Paper memo = Memo.onePage();
        long before = live();
        long[] most = {before};
        long start = System.nanoTime();
        Iterator<byte[]> parts = new Iterator<>() {
            private int made;

            @Override
            public boolean hasNext() {
                return made < pages;
            }

            @Override
            public byte[] next() {
                if (made++ % (pages / CHECKS) == pages / CHECKS - 1) {
                    most[0] = Math.max(most[0], live());
                }
                return render(memo);
            }
        };
        Assembly.write(OutputStream.nullOutputStream(), "เอกสารรวม", ZonedDateTime.now(Time.BANGKOK), parts);
        double seconds = (System.nanoTime() - start) / 1e9;
        String what = "a batch of " + pages + " pages";
        Results.value(GROUP, what, "heapMegabytes", (most[0] - before) / (double) MEGABYTE);
        Results.value(GROUP, what, "seconds", seconds);
        if (smallestBatch == 0) {
            smallestBatch = most[0] - before;
        }
        assertThat(most[0] - before).isLessThan(smallestBatch + 8 * MEGABYTE);
    }

    @Test
    @Order(5)
    void otherPrograms(@TempDir Path folder) throws Exception {
        Peers peers = new Peers(folder);
        other("LibreOffice, a batch of memos", peers.libreOffice());
        other("Chromium, print to PDF", peers.chromium());
        Load.Rate rate = Load.run(1, peers::openHtmlToPdf);
        assertNoFailure(rate);
        other("openhtmltopdf", OptionalDouble.of(1000 / rate.perSecond()));
        Results.value(GROUP, "openhtmltopdf", "kilobytes", peers.openHtmlToPdf().length / 1024.0);
    }

    private static void other(String name, OptionalDouble millis) {
        millis.ifPresent(value -> OTHERS.put(name, value));
    }

    private static double measured(int threads, String what, Callable<byte[]> once) throws Exception {
        Load.Rate rate = Load.run(threads, once);
        Results.rate(GROUP, what, rate);
        assertNoFailure(rate);
        return rate.perSecond();
    }

    private static byte[] render(Paper paper) {
        return DOCUMENTS.render(paper, Template.standard(paper.kind())).pdf();
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static void assertNoFailure(Load.Rate rate) {
        if (rate.firstFailure() != null) {
            throw new AssertionError(rate.failures() + " failed, the first so:", rate.firstFailure());
        }
    }
}
