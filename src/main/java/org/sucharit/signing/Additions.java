package org.sucharit.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * What was added to a file after it was signed. Validation data (ETSI EN 319 142-1, 5.4.2: certificates, CRLs, OCSP
 * answers under {@code /DSS}) may be added, for the signature would not last without it; it is no part of what a reader
 * sees. The rule is strict rather than clever: one addition, no object of the signed file replaced but the catalogue,
 * and of the catalogue nothing but the entry for that data.
 *
 * <p>What was added is a stranger's until shown otherwise, so the table of the addition is measured before any parser
 * unpacks it, and no other packed thing of it is opened.
 */
final class Additions {

    private static final COSName DSS = COSName.getPDFName("DSS");
    private static final COSName EXTENSIONS = COSName.getPDFName("Extensions");
    private static final Set<COSName> MAY_BE_ADDED = Set.of(DSS, EXTENSIONS);

    private static final Pattern TABLE = Pattern.compile("xref\\s[\\d\\sfn]*trailer\\s*<<([^#%(]*?)>>\\s*startxref");
    private static final Pattern STREAM =
            Pattern.compile("\\d{1,10} \\d{1,5} obj\\s*<<([^#%(]*?)>>\\s*stream\\r?\\n", Pattern.DOTALL);
    private static final Pattern STARTXREF = Pattern.compile("startxref\\s+(\\d{1,9})\\s+%%EOF\\s*$");
    private static final Pattern PREVIOUS = Pattern.compile("/Prev\\s+(\\d{1,9})");
    private static final int LONGEST_TABLE = 1024 * 1024;
    private static final int LONGEST_DICTIONARY = 4096;
    private static final int DEEPEST = 20;

    enum Kind {
        NONE,
        /** Validation data with revocation data in it, and nothing else. */
        VALIDATION_DATA,
        OTHER
    }

    private Additions() {}

    /** @param range of a signature that holds, of somebody who is believed: so up to its end the file is no stranger's */
    static Kind after(SignedRange range) {
        if (range.coversWholeFile()) {
            return Kind.NONE;
        }
        byte[] file = range.file();
        byte[] signed = Arrays.copyOf(file, range.end());
        if (!oneModestAddition(file, range.end())) {
            return Kind.OTHER;
        }
        try (PDDocument before = new PDFParser(new RandomAccessReadBuffer(signed)).parse();
                PDDocument after = new PDFParser(new RandomAccessReadBuffer(file)).parse(false)) {
            return onlyValidationData(before.getDocument(), after.getDocument(), range.end())
                    ? Kind.VALIDATION_DATA
                    : Kind.OTHER;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // What cannot be read cannot be shown to be harmless.
            return Kind.OTHER;
        }
    }

    private static boolean oneModestAddition(byte[] file, int signedEnd) {
        String tail = text(file, Math.max(signedEnd, file.length - 64), file.length);
        Matcher startxref = STARTXREF.matcher(tail);
        if (!startxref.find()) {
            return false;
        }
        int table = Integer.parseInt(startxref.group(1));
        if (table < signedEnd || table >= file.length) {
            return false;
        }
        String text = text(file, table, Math.min(file.length, table + LONGEST_TABLE));
        Matcher plain = TABLE.matcher(text);
        Matcher packed = STREAM.matcher(text);
        if (plain.lookingAt()) {
            return !plain.group(1).contains("XRefStm") && leadsIntoTheSigned(plain.group(1), signedEnd);
        }
        return packed.lookingAt()
                && packed.end() < LONGEST_DICTIONARY
                && leadsIntoTheSigned(packed.group(1), signedEnd)
                && unpacksModestly(packed.group(1), file, table + packed.end());
    }

    private static boolean leadsIntoTheSigned(String dictionary, int signedEnd) {
        Matcher previous = PREVIOUS.matcher(dictionary);
        return previous.find() && Integer.parseInt(previous.group(1)) < signedEnd && !previous.find();
    }

    private static boolean unpacksModestly(String dictionary, byte[] file, int from) {
        String filters = dictionary.replaceFirst("/Filter\\s*/FlateDecode\\b", "");
        if (filters.contains("Filter") || filters.contains("Decode")) {
            return false;
        }
        if (filters.equals(dictionary)) {
            return true;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, from, file.length - from);
            byte[] some = new byte[64 * 1024];
            long unpacked = 0;
            while (!inflater.finished() && unpacked <= LONGEST_TABLE) {
                int bytes = inflater.inflate(some);
                if (bytes == 0) {
                    return false;
                }
                unpacked += bytes;
            }
            return unpacked <= LONGEST_TABLE;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private static boolean onlyValidationData(COSDocument before, COSDocument after, int signedEnd) {
        COSObjectKey root = key(before.getTrailer().getItem(COSName.ROOT));
        if (root == null || !root.equals(key(after.getTrailer().getItem(COSName.ROOT)))) {
            return false;
        }
        Map<COSObjectKey, Long> now = after.getXrefTable();
        boolean nothingReplaced = before.getXrefTable().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(root))
                .allMatch(entry -> entry.getValue().equals(now.get(entry.getKey())));
        Long catalogue = now.get(root);
        return nothingReplaced
                && catalogue != null
                && catalogue >= signedEnd
                && sameTrailer(before.getTrailer(), after.getTrailer())
                && sameBut(catalogue(before), catalogue(after))
                && holdsRevocationData(catalogue(after), now);
    }

    private static boolean sameTrailer(COSDictionary before, COSDictionary after) {
        return same(before.getItem(COSName.ENCRYPT), after.getItem(COSName.ENCRYPT), 0)
                && same(before.getItem(COSName.INFO), after.getItem(COSName.INFO), 0);
    }

    private static COSDictionary catalogue(COSDocument document) {
        return Objects.requireNonNull(document.getTrailer().getCOSDictionary(COSName.ROOT));
    }

    private static boolean sameBut(COSDictionary before, COSDictionary after) {
        return before.keySet().stream()
                        .filter(name -> !MAY_BE_ADDED.contains(name))
                        .allMatch(name -> same(before.getItem(name), after.getItem(name), 0))
                && after.keySet().stream().allMatch(name -> MAY_BE_ADDED.contains(name) || before.containsKey(name));
    }

    /** Equal as written; what lies behind a reference was compared by the place where it stands. */
    private static boolean same(@Nullable COSBase one, @Nullable COSBase other, int depth) {
        if (one == null || other == null || depth > DEEPEST) {
            return one == null && other == null;
        }
        if (one instanceof COSObject || other instanceof COSObject) {
            return Objects.equals(key(one), key(other));
        }
        if (one instanceof COSDictionary first && other instanceof COSDictionary second) {
            return first.keySet().equals(second.keySet())
                    && first.keySet().stream()
                            .allMatch(name -> same(first.getItem(name), second.getItem(name), depth + 1));
        }
        if (one instanceof COSArray first && other instanceof COSArray second) {
            if (first.size() != second.size()) {
                return false;
            }
            for (int i = 0; i < first.size(); i++) {
                if (!same(first.get(i), second.get(i), depth + 1)) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    /** Asks for the entries only where they stand openly in the file. */
    private static boolean holdsRevocationData(COSDictionary catalogue, Map<COSObjectKey, Long> now) {
        return open(catalogue.getItem(DSS), now) instanceof COSDictionary data
                && (some(data, "CRLs", now) || some(data, "OCSPs", now));
    }

    private static boolean some(COSDictionary data, String name, Map<COSObjectKey, Long> now) {
        return open(data.getItem(COSName.getPDFName(name)), now) instanceof COSArray entries && entries.size() > 0;
    }

    private static @Nullable COSBase open(@Nullable COSBase item, Map<COSObjectKey, Long> now) {
        if (item instanceof COSObject reference) {
            Long place = now.get(reference.getKey());
            return place == null || place <= 0 ? null : reference.getObject();
        }
        return item;
    }

    private static @Nullable COSObjectKey key(@Nullable COSBase item) {
        return item instanceof COSObject reference ? reference.getKey() : null;
    }

    private static String text(byte[] file, int from, int to) {
        return new String(file, from, to - from, ISO_8859_1);
    }
}
