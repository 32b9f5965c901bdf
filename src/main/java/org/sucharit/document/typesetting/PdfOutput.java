package org.sucharit.document.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;

/**
 * A PDF file as it is written, object after object, with object streams and a cross-reference stream (ISO 32000-1, 7.5).
 * Holds no more of it than one object stream and a few bytes for each object. A stream that refuses to be written to
 * ends it with an {@link UncheckedIOException}.
 */
final class PdfOutput {

    private static final int OBJECTS_PER_STREAM = 128;

    /** Of packing, from 1 to 9: more takes half as long again for a whole memo and makes it a twentieth smaller. */
    private static final int EFFORT = 2;

    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final byte[] HEADER = {'%', 'P', 'D', 'F', '-', '1', '.', '7', '\n', '%', -1, -1, -1, -1, '\n'};

    /** Where an object stands; one that stands in a stream has the number of that stream and its place in it. */
    private long[] offsets = new long[256];

    private int[] places = new int[256];
    private int objects = 1;

    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final Deflater deflater = new Deflater(Integer.getInteger("lvl", 6));
    private final byte[] buffer = new byte[16_384];
    private long position;

    private final StringBuilder held = new StringBuilder(16_384);
    private final StringBuilder heldIndex = new StringBuilder(1_024);
    private int heldCount;
    private int holder;

    PdfOutput(OutputStream out) {
        this.out = out;
        write(HEADER, HEADER.length);
    }

    /** Gives out the number of an object that is put or streamed later. */
    int next() {
        if (objects == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * objects);
            places = Arrays.copyOf(places, 2 * objects);
        }
        places[objects] = -1;
        return objects++;
    }

    int put(String object) {
        int number = next();
        put(number, object);
        return number;
    }

    /** @param object in ASCII */
    void put(int number, String object) {
        if (heldCount == 0) {
            holder = next();
        }
        heldIndex.append(number).append(' ').append(held.length()).append(' ');
        held.append(object).append('\n');
        offsets[number] = holder;
        places[number] = ++heldCount;
        if (heldCount == OBJECTS_PER_STREAM) {
            release();
        }
    }

    /** @param entries of its dictionary, length and filter left out */
    int deflate(String entries, byte[] bytes) {
        return deflated(entries, compressed(bytes));
    }

    /** As {@link #deflate}, done before. */
    int deflated(String entries, byte[] bytes) {
        return stream(entries + "/Filter/FlateDecode", bytes);
    }

    /** @param entries of its dictionary, length left out */
    int stream(String entries, byte[] bytes) {
        int number = next();
        stream(number, entries, bytes);
        return number;
    }

    void stream(int number, String entries, byte[] bytes) {
        offsets[number] = position;
        places[number] = 0;
        write(number + " 0 obj\n<<" + entries + "/Length " + bytes.length + ">>stream\n");
        write(bytes, bytes.length);
        write("\nendstream\nendobj\n");
    }

    /** Ends the file, whose identifier comes from all that was written: the same objects make the same file. */
    void finish(int catalog, int information) {
        if (heldCount > 0) {
            release();
        }
        String id = HEX.formatHex(Arrays.copyOf(digest.digest(), 16));
        int number = next();
        offsets[number] = position;
        places[number] = 0;
        ByteBuffer table = ByteBuffer.allocate(7 * objects);
        table.put((byte) 0).putInt(0).putShort((short) -1);
        for (int i = 1; i < objects; i++) {
            if (places[i] < 0) {
                throw new IllegalStateException("Object " + i + " was never written");
            }
            table.put((byte) (places[i] == 0 ? 1 : 2)).putInt((int) offsets[i]);
            table.putShort((short) Math.max(0, places[i] - 1));
        }
        long start = position;
        stream(
                number,
                "/Type/XRef/W[1 4 2]/Size " + objects + "/Root " + catalog + " 0 R/Info " + information + " 0 R/ID[<"
                        + id + "><" + id + ">]/Filter/FlateDecode",
                compressed(table.array()));
        write("startxref\n" + start + "\n%%EOF\n");
        deflater.end();
    }

    byte[] compressed(byte[] bytes) {
        deflater.reset();
        deflater.setInput(bytes);
        deflater.finish();
        ByteArrayOutputStream compressed = new ByteArrayOutputStream(bytes.length / 2 + 64);
        while (!deflater.finished()) {
            compressed.write(buffer, 0, deflater.deflate(buffer));
        }
        return compressed.toByteArray();
    }

    private void release() {
        byte[] bytes = (heldIndex.toString() + held).getBytes(StandardCharsets.US_ASCII);
        stream(
                holder,
                "/Type/ObjStm/N " + heldCount + "/First " + heldIndex.length() + "/Filter/FlateDecode",
                compressed(bytes));
        held.setLength(0);
        heldIndex.setLength(0);
        heldCount = 0;
    }

    private void write(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        write(bytes, bytes.length);
    }

    private void write(byte[] bytes, int length) {
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        digest.update(bytes, 0, length);
        position += length;
    }

    /** A text string in UTF-16, as it stands in an object. */
    static String text(String text) {
        return "<FEFF" + HEX.formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    /** Appends the number to three decimals, which are finer than any printer. */
    static void number(StringBuilder to, float value) {
        long thousandths = Math.round(value * 1000.0);
        if (thousandths < 0) {
            to.append('-');
            thousandths = -thousandths;
        }
        to.append(thousandths / 1000);
        int fraction = (int) (thousandths % 1000);
        if (fraction > 0) {
            to.append('.').append(fraction / 100);
            if (fraction % 100 > 0) {
                to.append(fraction / 10 % 10);
                if (fraction % 10 > 0) {
                    to.append(fraction % 10);
                }
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
