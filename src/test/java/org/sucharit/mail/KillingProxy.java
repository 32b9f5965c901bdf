package org.sucharit.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before an IMAP server and kills the client (SIGKILL) at a command: before the server sees it, or when the
 * server has done it and the client has not heard.
 */
final class KillingProxy implements AutoCloseable {

    private final ServerSocket entrance;
    private final int target;
    private final AtomicReference<@Nullable Process> client = new AtomicReference<>();
    private final Pattern command;
    private final boolean afterwards;
    private volatile String awaited = "";

    /** @param command within the line that the client sends, in capitals; null kills nobody */
    KillingProxy(int target, @Nullable String command, boolean afterwards) throws IOException {
        this.target = target;
        this.command = Pattern.compile(command == null ? "$." : command);
        this.afterwards = afterwards;
        this.entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return entrance.getLocalPort();
    }

    void aim(Process process) {
        client.set(process);
    }

    private void serve() {
        try {
            while (true) {
                Socket in = entrance.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), target);
                Thread.ofVirtual().start(() -> pump(in, out, true));
                Thread.ofVirtual().start(() -> pump(out, in, false));
            }
        } catch (IOException closed) {
            // the proxy has been closed
        }
    }

    private void pump(Socket from, Socket to, boolean fromClient) {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[64 * 1024];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                String said = new String(buffer, 0, n, StandardCharsets.ISO_8859_1);
                if (fromClient && command.matcher(said.toUpperCase(Locale.ROOT)).find()) {
                    if (!afterwards) {
                        kill();
                        return;
                    }
                    awaited = said.substring(0, said.indexOf(' ')) + " ";
                }
                if (!fromClient && !awaited.isEmpty() && said.contains(awaited)) {
                    kill();
                    return;
                }
                out.write(buffer, 0, n);
                out.flush();
            }
        } catch (IOException cut) {
            // either side is gone
        }
    }

    private void kill() {
        Process process = client.get();
        if (process == null) {
            throw new IllegalStateException("Nobody to kill");
        }
        process.destroyForcibly();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
