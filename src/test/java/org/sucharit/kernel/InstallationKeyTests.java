package org.sucharit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationKeyTests {

    private static final int NODES = 16;

    @TempDir
    Path folder;

    @Test
    void nodesThatStartTogetherShareOneKey() throws Exception {
        Path file = folder.resolve("data/installation.key");
        CyclicBarrier together = new CyclicBarrier(NODES);
        List<Future<byte[]>> derived = new ArrayList<>();
        try (var nodes = Executors.newFixedThreadPool(NODES)) {
            for (int n = 0; n < NODES; n++) {
                derived.add(nodes.submit(() -> {
                    together.await();
                    return new InstallationKey(file).derive("test", 32);
                }));
            }
        }
        byte[] first = new InstallationKey(file).derive("test", 32);
        for (Future<byte[]> one : derived) {
            assertThat(one.get()).isEqualTo(first);
        }
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void aDamagedKeyIsNotReplaced() throws IOException {
        Path file = folder.resolve("installation.key");
        Files.writeString(file, "c2hvcnQ=");
        assertThatThrownBy(() -> new InstallationKey(file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("put back the one from the backup");
        assertThat(file).hasContent("c2hvcnQ=");
    }
}
