package org.sucharit.examination;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Asks a virus scanner (clamd, command INSTREAM, clamd(8)) where one is set. What it does not say plainly is no answer:
 * only {@code OK} makes a file clean.
 */
@Component
public class Scanner {

    private static final Logger log = LoggerFactory.getLogger(Scanner.class);

    private static final int CHUNK = 64 * 1024;
    private static final int LONGEST_ANSWER = 1024;
    private static final Pattern FOUND = Pattern.compile("stream: (.{1,200}) FOUND");

    /** What the scanner said. */
    public sealed interface Verdict {

        record Clean() implements Verdict {}

        /** @param name of what it found, in the scanner's words */
        record Found(String name) implements Verdict {}

        /** It could not be reached, or gave no answer that could be understood: ask again. */
        record Waiting() implements Verdict {}
    }

    private final String host;
    private final int port;
    private final Duration patience;

    Scanner(
            @Value("${sucharit.scanner.host}") String host,
            @Value("${sucharit.scanner.port}") int port,
            @Value("${sucharit.scanner.patience}") Duration patience) {
        this.host = host;
        this.port = port;
        this.patience = patience;
    }

    public boolean isConfigured() {
        return !host.isBlank();
    }

    /**
     * Takes no longer than {@code sucharit.scanner.patience}, whatever the scanner does.
     *
     * @throws IOException where the file cannot be read
     */
    public Verdict scan(InputStreamSource file) throws IOException {
        try (InputStream in = file.getInputStream();
                Socket socket = new Socket()) {
            Thread end = Thread.ofVirtual().start(() -> endLate(socket));
            try {
                socket.connect(new InetSocketAddress(host, port), Math.toIntExact(patience.toMillis()));
                return verdict(ask(socket, in));
            } catch (IOException unreachable) {
                log.warn(
                        "The virus scanner does not answer: {}",
                        unreachable.getClass().getSimpleName());
                return new Verdict.Waiting();
            } finally {
                end.interrupt();
            }
        }
    }

    /** A file that cannot be read looks like a scanner that cannot be reached: it is not clean, and is tried again. */
    private static String ask(Socket socket, InputStream in) throws IOException {
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        byte[] chunk = new byte[CHUNK];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            if (read > 0) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        InputStream said = socket.getInputStream();
        for (int one = said.read(); one > 0 && answer.size() < LONGEST_ANSWER; one = said.read()) {
            answer.write(one);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }

    private static Verdict verdict(String answer) {
        if (answer.equals("stream: OK")) {
            return new Verdict.Clean();
        }
        Matcher found = FOUND.matcher(answer);
        if (found.matches()) {
            return new Verdict.Found(found.group(1));
        }
        log.warn("The virus scanner gave no answer that could be understood");
        return new Verdict.Waiting();
    }

    private void endLate(Socket socket) {
        try {
            Thread.sleep(patience);
            socket.close();
        } catch (InterruptedException answered) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            log.debug("A socket did not close", e);
        }
    }
}
