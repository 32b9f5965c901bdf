package org.sucharit.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A PKCS#11 token in software. Its library reads {@code SOFTHSM2_CONF} from the environment of the process, so the token
 * lies where the build says ({@code target/softhsm}).
 */
public final class SoftHsm {

    public static final String PIN = "123456";

    private static final Pattern SLOT = Pattern.compile("slot (\\d+)");

    private SoftHsm() {}

    /** @throws IllegalStateException saying how to get one, where no SoftHSM is found */
    public static Path library() {
        return Stream.concat(
                        Stream.ofNullable(System.getenv("SOFTHSM2_LIBRARY")),
                        Stream.of(
                                "/usr/lib/softhsm/libsofthsm2.so",
                                "/usr/lib64/softhsm/libsofthsm2.so",
                                "/usr/lib64/libsofthsm2.so",
                                "/opt/homebrew/lib/softhsm/libsofthsm2.so"))
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The test of signing with a token needs SoftHSM 2. Install it (Debian: apt-get install softhsm2),"
                                + " or name its library in the environment variable SOFTHSM2_LIBRARY."));
    }

    /**
     * Initialises a new token.
     *
     * @return the id of its slot
     */
    public static long token(String label) {
        library();
        Path configuration = Path.of(Optional.ofNullable(System.getenv("SOFTHSM2_CONF"))
                .orElseThrow(
                        () -> new IllegalStateException("SOFTHSM2_CONF is not set; the build sets it in pom.xml")));
        try {
            Path tokens = Files.createDirectories(configuration.resolveSibling("tokens"));
            Files.writeString(configuration, "directories.tokendir = " + tokens + "\nobjectstore.backend = file\n");
            String told = run(List.of(
                    "softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", PIN));
            Matcher slot = SLOT.matcher(told);
            String last = "";
            while (slot.find()) {
                last = slot.group(1);
            }
            return Long.parseLong(last);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String told = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(command.getFirst() + " failed: " + told);
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
