package org.sucharit.kernel;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Something received, kept beside the memory until it is sealed: written once, then read as often as wanted. It lies in
 * a file, enciphered (AES-256-GCM in segments) under a key that never leaves this object; the file is gone with it, and
 * with the program however that ends, for it is deleted while it is open.
 */
public final class Spool implements Closeable {

    private static final int KEY = 32;
    private static final int SEGMENT = 64 * 1024;
    private static final byte[] NOTHING_BESIDE = {};
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileChannel file;
    private final AesGcmHkdfStreaming cipher;
    private long size;

    private Spool(FileChannel file, AesGcmHkdfStreaming cipher) {
        this.file = file;
        this.cipher = cipher;
    }

    /** An empty one, its file in this folder. */
    static Spool in(Path folder) throws IOException {
        byte[] key = new byte[KEY];
        RANDOM.nextBytes(key);
        try {
            AesGcmHkdfStreaming cipher = new AesGcmHkdfStreaming(key, "HmacSha256", KEY, SEGMENT, 0);
            FileChannel file = FileChannel.open(
                    folder.resolve("sucharit-" + UUID.randomUUID()),
                    Set.of(
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE));
            return new Spool(file, cipher);
        } catch (InvalidAlgorithmParameterException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** To be written once, and closed before it is read. */
    public OutputStream write() throws IOException {
        try {
            return new Counted(cipher.newEncryptingStream(new AtEnd(), NOTHING_BESIDE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot encipher", e);
        }
    }

    /** What was written, from the first byte on; several may read at once. */
    public InputStream read() throws IOException {
        try {
            return cipher.newDecryptingStream(new FromStart(), NOTHING_BESIDE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot decipher", e);
        }
    }

    /** In bytes, of what was written. */
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private final class Counted extends OutputStream {

        private final OutputStream out;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            size++;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            size += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    /** Leaves the file open when it is closed. */
    private final class AtEnd extends OutputStream {

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        }
    }

    /** Reads at a place of its own, so that readers do not move each other. */
    private final class FromStart extends InputStream {

        private long position;

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            Objects.checkFromIndexSize(offset, length, into.length);
            int read = length == 0 ? 0 : file.read(ByteBuffer.wrap(into, offset, length), position);
            position += Math.max(0, read);
            return read;
        }
    }
}
