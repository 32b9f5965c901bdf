package org.sucharit.examination;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The size that each frame of a WebP file (RFC 9649) says it has. The reader makes room by that alone: a few bytes that
 * promise a large frame would fill the memory before it is found out that there is none.
 */
final class WebpFrames {

    /** In pixels; for more the reader has no room in the memory of its process. */
    static final long MOST = 13_000_000;

    private static final int VP8 = 0x20385056; // "VP8 "
    private static final int VP8L = 0x4c385056;
    private static final int ANMF = 0x464d4e41;

    /** RFC 6386, 9.1: begins a key frame, after three bytes. */
    private static final int START = 0x2a019d;

    private static final int HEAD = 12;
    private static final int CHUNK = 8;
    private static final int ANMF_HEAD = 16;

    private WebpFrames() {}

    /** @throws IOException where a frame is larger than the picture is or may be, or is none */
    static void check(byte[] file, int width, int height) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = HEAD; at + CHUNK + 10 <= file.length; ) {
            int kind = bytes.getInt(at);
            long length = Integer.toUnsignedLong(bytes.getInt(at + 4));
            int content = at + CHUNK;
            if (kind == VP8) {
                require((bytes.getInt(content + 3) & 0xffffff) == START);
                require(bytes.getShort(content + 6) & 0x3fff, bytes.getShort(content + 8) & 0x3fff, width, height);
            } else if (kind == VP8L) {
                int size = bytes.getInt(content + 1);
                require((size & 0x3fff) + 1, (size >>> 14 & 0x3fff) + 1, width, height);
            }
            // Within a frame of an animation stand chunks as outside.
            long next = kind == ANMF ? content + ANMF_HEAD : content + length + (length & 1);
            at = (int) Math.min(next, file.length);
        }
    }

    private static void require(int frameWidth, int frameHeight, int width, int height) throws IOException {
        require(frameWidth <= width && frameHeight <= height && (long) frameWidth * frameHeight <= MOST);
    }

    private static void require(boolean sound) throws IOException {
        if (!sound) {
            throw new IOException("No frame of this picture");
        }
    }
}
