package org.sucharit.examination;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Has copies made of files of strangers, in a process of its own that is bounded in memory, time and output and gets
 * nothing but the file: no environment, no setting, no word on what it is about. What becomes of that process touches
 * nothing here.
 */
@Component
public class Copier {

    private static final Logger log = LoggerFactory.getLogger(Copier.class);

    private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";
    private static final String MAIN = "org.sucharit.SucharitApplication";

    /** In bytes; a copy is not larger. */
    static final int LARGEST_COPY = 96 * 1024 * 1024;

    /** What came of it. */
    public sealed interface Copied {

        /**
         * @param type of the copy
         * @param thumbnail a JPEG; empty where there is nothing to see
         * @param cut whether the copy lacks pages of the file
         */
        record Copy(String type, byte[] bytes, byte[] thumbnail, boolean cut) implements Copied {}

        /** No copy is made of such a type. */
        record None() implements Copied {}

        /** It broke the process, or is not what it says it is. */
        record Failed() implements Copied {}
    }

    private final List<String> command;
    private final Duration time;
    private final Semaphore atOnce;

    Copier(
            @Value("${sucharit.copies.memory}") String memory,
            @Value("${sucharit.copies.time}") Duration time,
            @Value("${sucharit.copies.at-once}") int atOnce) {
        this.command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-Xss2m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Djava.awt.headless=true",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                packaged() ? LAUNCHER : MAIN,
                CopyCommand.NAME);
        this.time = time;
        this.atOnce = new Semaphore(atOnce, true);
    }

    private static boolean packaged() {
        return ClassLoader.getSystemResource(LAUNCHER.replace('.', '/') + ".class") != null;
    }

    /** @param type as {@link FileTypes#of} found it */
    public Copied copy(String type, InputStreamSource file) throws IOException {
        if (!Copyable.is(type)) {
            return new Copied.None();
        }
        try {
            atOnce.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a copy waited", stopping);
        }
        try {
            return run(type, file);
        } finally {
            atOnce.release();
        }
    }

    private Copied run(String type, InputStreamSource file) throws IOException {
        List<String> full = new ArrayList<>(command);
        full.add(type);
        ProcessBuilder builder = new ProcessBuilder(full).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        Thread end = Thread.ofVirtual().start(() -> end(process));
        AtomicBoolean whole = new AtomicBoolean();
        Thread feeding = Thread.ofVirtual().start(() -> feed(process, file, whole));
        try (DataInputStream answer = new DataInputStream(process.getInputStream())) {
            Copied copied = read(answer);
            boolean well = process.waitFor(5, TimeUnit.SECONDS) && process.exitValue() == 0 && whole.get();
            return well ? copied : failed(type, "ended badly");
        } catch (EOFException died) {
            return failed(type, "died or took too long");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while a copy was made", stopping);
        } finally {
            process.destroyForcibly();
            end.interrupt();
            feeding.interrupt();
        }
    }

    private static Copied read(DataInputStream answer) throws IOException {
        if (answer.readByte() != CopyCommand.MADE) {
            return new Copied.Failed();
        }
        String type = answer.readUTF();
        boolean cut = answer.readBoolean();
        byte[] thumbnail = bytes(answer);
        return new Copied.Copy(type, bytes(answer), thumbnail, cut);
    }

    private static byte[] bytes(DataInputStream answer) throws IOException {
        int length = answer.readInt();
        if (length < 0 || length > LARGEST_COPY) {
            throw new EOFException("More than a copy may be");
        }
        byte[] bytes = answer.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static Copied failed(String type, String how) {
        log.warn("The process that copies files {} over one of type {}", how, type);
        return new Copied.Failed();
    }

    private void end(Process process) {
        try {
            if (!process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException done) {
            process.destroyForcibly();
        }
    }

    /** A copy of half a file is none: {@code whole} is set before the process can know that it has all. */
    private static void feed(Process process, InputStreamSource file, AtomicBoolean whole) {
        try (InputStream in = file.getInputStream();
                OutputStream out = process.getOutputStream()) {
            in.transferTo(out);
            whole.set(true);
        } catch (IOException | RuntimeException broken) {
            process.destroyForcibly(); // it stopped listening, or the file could not be read
        }
    }
}
