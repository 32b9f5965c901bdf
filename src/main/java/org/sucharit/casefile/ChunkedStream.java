package org.sucharit.casefile;

import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/** A file read chunk by chunk; every chunk but the last is {@link SealedChunks#CHUNK} long. */
final class ChunkedStream extends InputStream {

    private final int chunks;
    private final IntFunction<byte[]> fetch;
    private byte[] chunk = {};
    private int at = -1;
    private long position;

    ChunkedStream(int chunks, IntFunction<byte[]> fetch) {
        this.chunks = chunks;
        this.fetch = fetch;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        int wanted = Math.toIntExact(position / SealedChunks.CHUNK);
        if (wanted >= chunks) {
            return -1;
        }
        if (wanted != at) {
            chunk = fetch.apply(wanted);
            at = wanted;
        }
        int from = (int) (position % SealedChunks.CHUNK);
        int read = Math.min(length, chunk.length - from);
        if (read <= 0) {
            return -1;
        }
        System.arraycopy(chunk, from, into, offset, read);
        position += read;
        return read;
    }

    /** May go past the end, where nothing is read any more. */
    @Override
    public long skip(long bytes) {
        long skipped = Math.max(0, Math.min(bytes, (long) chunks * SealedChunks.CHUNK - position));
        position += skipped;
        return skipped;
    }
}
