package org.sucharit.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.cms.CMSTypedData;

/**
 * The bytes that a signature in a PDF file covers: all from the first on, but for one gap that holds the signature
 * itself in hexadecimal digits and nothing else (ISO 32000-2, 12.8.1). Found in the bytes, without reading the file as
 * a PDF: so nothing that a stranger sends is unpacked or followed, and what is covered does not hang on how a reader
 * understands the file.
 *
 * @param gap where the gap begins
 * @param resume where the covered bytes go on
 * @param end after the last covered byte
 */
record SignedRange(byte[] file, int gap, int resume, int end) implements CMSTypedData {

    private static final byte[] KEY = "/ByteRange".getBytes(US_ASCII);
    private static final Pattern NUMBERS =
            Pattern.compile("\\s*\\[\\s*0\\s+(\\d{1,9})\\s+(\\d{1,9})\\s+(\\d{1,9})\\s*]");
    private static final int LONGEST_NUMBERS = 200;
    private static final int LARGEST_SIGNATURE = 512 * 1024;
    private static final int MOST = 64;

    /** What was found: the ranges, those that end last first, and whether the file speaks of signatures at all. */
    record Found(boolean any, List<SignedRange> ranges) {}

    static Found in(byte[] file) {
        List<SignedRange> ranges = new ArrayList<>();
        boolean any = false;
        for (int at = next(file, 0); at >= 0 && ranges.size() < MOST; at = next(file, at)) {
            any = true;
            at += KEY.length;
            read(file, at).ifPresent(ranges::add);
        }
        ranges.sort(Comparator.comparingInt(SignedRange::end).reversed());
        return new Found(any, ranges);
    }

    boolean coversWholeFile() {
        return end == file.length;
    }

    /** As the file writes the range: two stretches, each its beginning and its length. */
    int[] numbers() {
        return new int[] {0, gap, resume, end - resume};
    }

    /** The signature, decoded, with the zeros that fill its room. */
    byte[] signature() {
        byte[] bytes = new byte[(resume - gap - 2) / 2];
        for (int i = 0; i < bytes.length; i++) {
            int at = gap + 1 + 2 * i;
            bytes[i] = (byte) (Character.digit(file[at], 16) << 4 | Character.digit(file[at + 1], 16));
        }
        return bytes;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(file, 0, gap);
        out.write(file, resume, end - resume);
    }

    @Override
    public ASN1ObjectIdentifier getContentType() {
        return CMSObjectIdentifiers.data;
    }

    @Override
    public Object getContent() {
        return file;
    }

    private static Optional<SignedRange> read(byte[] file, int at) {
        Matcher numbers =
                NUMBERS.matcher(new String(file, at, Math.min(LONGEST_NUMBERS, file.length - at), ISO_8859_1));
        if (!numbers.lookingAt()) {
            return Optional.empty();
        }
        long gap = Long.parseLong(numbers.group(1));
        long resume = Long.parseLong(numbers.group(2));
        long end = resume + Long.parseLong(numbers.group(3));
        if (gap + 2 > resume || resume > file.length || end > file.length || resume - gap > 2L * LARGEST_SIGNATURE) {
            return Optional.empty();
        }
        SignedRange range = new SignedRange(file, (int) gap, (int) resume, (int) end);
        return range.gapHoldsHexOnly() ? Optional.of(range) : Optional.empty();
    }

    private boolean gapHoldsHexOnly() {
        if (file[gap] != '<' || file[resume - 1] != '>' || (resume - gap) % 2 != 0) {
            return false;
        }
        for (int i = gap + 1; i < resume - 1; i++) {
            if (Character.digit(file[i], 16) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int next(byte[] file, int from) {
        for (int i = from; i <= file.length - KEY.length; i++) {
            if (file[i] == '/' && Arrays.equals(file, i, i + KEY.length, KEY, 0, KEY.length)) {
                return i;
            }
        }
        return -1;
    }
}
