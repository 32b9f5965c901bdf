package org.sucharit.register;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.crypto.Mac;

/**
 * A checkpoint with what is kept beside it.
 *
 * @param previous the size of the checkpoint before; 0 for the first
 * @param paddedFrom from here on there is nothing but padding
 * @param nodes see {@link Blocks}
 */
public record Stored(long previous, long paddedFrom, MadeCheckpoint made, byte[] nodes) {

    /** Of the whole row. */
    public byte[] digest(Mac mac) {
        byte[] moment = made.madeAt().toString().getBytes(StandardCharsets.UTF_8);
        byte[] note = made.note().getBytes(StandardCharsets.UTF_8);
        mac.update(ByteBuffer.allocate(5 * Long.BYTES)
                .putLong(previous)
                .putLong(paddedFrom)
                .putLong(made.size())
                .putLong(moment.length)
                .putLong(note.length)
                .flip());
        mac.update(moment);
        mac.update(note);
        mac.update(made.root());
        return mac.doFinal(nodes);
    }
}
