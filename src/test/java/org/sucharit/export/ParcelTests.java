package org.sucharit.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParcelTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../etc/passwd",
                "/etc/passwd",
                "C:\\windows\\x.txt",
                "..",
                ".",
                "",
                "ภาพถ่าย.jpg",
                "a\u0000b",
                "con/../aux",
                "....//x",
                "\u202egpj.exe",
                "-rf",
                "a\nb"
            })
    void makesANameOfAnyNameThatStaysInItsFolder(String name) {
        String safe = Parcel.safe(name);
        assertThat(safe).matches("[A-Za-z0-9][A-Za-z0-9._-]*").doesNotContain("..");
        new Parcel().add("files/001_" + safe, "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "/x", "a/../b", "a//b", "a\\b", "", ".x", "a/"})
    void refusesANameThatLeadsElsewhere(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Parcel().add(name, "x"));
    }

    @Test
    void refusesANameTwice() {
        Parcel parcel = new Parcel();
        parcel.add("a", "x");
        assertThatIllegalArgumentException().isThrownBy(() -> parcel.add("a", "y"));
    }

    @Test
    void givesTheSameBytesForTheSameContent() throws Exception {
        assertThat(written(parcel())).isEqualTo(written(parcel()));
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(written(parcel())))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("a.txt");
            assertThat(zip.readAllBytes()).isEqualTo("one".getBytes());
        }
    }

    private static Parcel parcel() {
        Parcel parcel = new Parcel();
        parcel.add("a.txt", "one");
        parcel.add("b/c.txt", "two");
        return parcel;
    }

    private static byte[] written(Parcel parcel) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parcel.write(parcel.measure(), out);
        return out.toByteArray();
    }

    @Test
    void breaksOffWhereAFileIsNotWhatWasMeasured() throws Exception {
        AtomicInteger times = new AtomicInteger();
        Parcel parcel = new Parcel();
        parcel.add("a", out -> out.write(times.incrementAndGet()));
        List<Parcel.Measured> measured = parcel.measure();
        assertThatIllegalStateException().isThrownBy(() -> parcel.write(measured, OutputStream.nullOutputStream()));
    }

    /** A gigabyte in parts of half a megabyte, as files come, on a heap that it would not fit in twice. */
    @Test
    void holdsNoFileWhole() throws Exception {
        byte[] chunk = new byte[512 * 1024];
        Parcel parcel = new Parcel();
        for (int n = 0; n < 4; n++) {
            parcel.add("f" + n, out -> {
                for (int i = 0; i < 512; i++) {
                    out.write(chunk);
                }
            });
        }
        Runtime runtime = Runtime.getRuntime();
        System.gc();
        long before = runtime.totalMemory() - runtime.freeMemory();
        AtomicInteger most = new AtomicInteger();
        parcel.write(parcel.measure(), new OutputStream() {
            private long written;

            @Override
            public void write(int b) {}

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written += length;
                if (written > 64 * 1024) {
                    written = 0;
                    System.gc();
                    long used = runtime.totalMemory() - runtime.freeMemory() - before;
                    most.accumulateAndGet((int) (used / 1024 / 1024), Math::max);
                }
            }
        });
        assertThat(most.get()).as("megabytes held").isLessThan(64);
    }
}
