package org.sucharit.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file read by chunks reads as one, and what is skipped is not fetched. */
class ChunkedStreamTests {

    private final List<Integer> fetched = new ArrayList<>();

    private InputStream stream(byte[] file) {
        int chunks = SealedChunks.count(file.length);
        return new ChunkedStream(chunks, n -> {
            fetched.add(n);
            int from = n * SealedChunks.CHUNK;
            return Arrays.copyOfRange(file, from, Math.min(file.length, from + SealedChunks.CHUNK));
        });
    }

    private static byte[] file(int size) {
        byte[] file = new byte[size];
        new Random(size).nextBytes(file);
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, SealedChunks.CHUNK - 1, SealedChunks.CHUNK, SealedChunks.CHUNK + 1, 2_000_000})
    void readsWhatWasPutIn(int size) throws IOException {
        byte[] file = file(size);
        assertThat(stream(file).readAllBytes()).isEqualTo(file);
        InputStream byteByByte = stream(file);
        InputStream expected = new ByteArrayInputStream(file);
        for (int n = 0; n <= Math.min(size, 3); n++) {
            assertThat(byteByByte.read()).isEqualTo(expected.read());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, SealedChunks.CHUNK, SealedChunks.CHUNK + 7, 1_999_999, 2_000_000})
    void skipsWithoutFetching(int skipped) throws IOException {
        byte[] file = file(2_000_000);
        InputStream in = stream(file);
        in.skipNBytes(skipped);
        assertThat(fetched).isEmpty();
        assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(file, skipped, file.length));
        assertThat(fetched).doesNotHaveDuplicates().allMatch(n -> n >= skipped / SealedChunks.CHUNK);
    }
}
