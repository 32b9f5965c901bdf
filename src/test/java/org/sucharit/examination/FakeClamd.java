package org.sucharit.examination;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Speaks as clamd does to INSTREAM, or as something that went wrong. */
public final class FakeClamd implements AutoCloseable {

    /** What it does with the next file. */
    public enum Mood {
        /** Finds the test signature of its own, and calls everything else clean. */
        WELL,
        DIES_MIDWAY,
        NEVER_ANSWERS,
        ANSWERS_GARBAGE,
        ANSWERS_LETTER_BY_LETTER,
        FINDS_IT_TOO_LARGE,
        REFUSES
    }

    /** What it takes for a virus. */
    public static final String VIRUS = "THIS-IS-A-TEST-VIRUS";

    private final ServerSocket server;
    private final Thread serving;
    private volatile Mood mood = Mood.WELL;

    public FakeClamd() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        serving = Thread.ofVirtual().start(this::serve);
    }

    public int port() {
        return server.getLocalPort();
    }

    public void is(Mood next) {
        mood = next;
    }

    private void serve() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                Thread.ofVirtual().start(() -> answer(caller));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            if (mood == Mood.REFUSES) {
                return;
            }
            DataInputStream in = new DataInputStream(caller.getInputStream());
            String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
            ByteArrayOutputStream file = new ByteArrayOutputStream();
            for (int length = in.readInt(); length > 0; length = in.readInt()) {
                file.write(in.readNBytes(length));
                if (mood == Mood.DIES_MIDWAY) {
                    return;
                }
            }
            String verdict = !command.equals("zINSTREAM\0")
                    ? "UNKNOWN COMMAND"
                    : file.toString(StandardCharsets.ISO_8859_1).contains(VIRUS)
                            ? "stream: Test.Virus-1 FOUND"
                            : "stream: OK";
            switch (mood) {
                case NEVER_ANSWERS -> Thread.sleep(60_000);
                case ANSWERS_GARBAGE -> say(caller, "stream: OKAY, I SUPPOSE\0");
                case FINDS_IT_TOO_LARGE -> say(caller, "INSTREAM size limit exceeded. ERROR\0");
                case ANSWERS_LETTER_BY_LETTER -> {
                    for (char letter : "stream: OK forever and ever".toCharArray()) {
                        say(caller, String.valueOf(letter));
                        Thread.sleep(200);
                    }
                }
                default -> say(caller, verdict + "\0");
            }
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        }
    }

    private static void say(Socket caller, String words) throws IOException {
        caller.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
        caller.getOutputStream().flush();
    }

    /** Once this returns nobody is let in any more; until it has heard, a waiting thread may still let one in. */
    @Override
    public void close() throws IOException {
        server.close();
        try {
            serving.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
