package org.sucharit.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands before a server on loopback; {@link #cut} breaks every connection there is, later ones go through again. */
final class CuttableProxy implements AutoCloseable {

    private final ServerSocket entrance;
    private final List<Socket> open = new CopyOnWriteArrayList<>();

    CuttableProxy(int target) throws IOException {
        entrance = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    Socket client = entrance.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.add(client);
                    open.add(server);
                    pump(client, server);
                    pump(server, client);
                }
            } catch (IOException closed) {
                // the proxy has been closed
            }
        });
    }

    int port() {
        return entrance.getLocalPort();
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to;
                    InputStream in = from.getInputStream()) {
                in.transferTo(to.getOutputStream());
            } catch (IOException cut) {
                // the connection has been cut
            }
        });
    }

    void cut() {
        for (Socket socket : open) {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        open.clear();
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        cut();
    }
}
