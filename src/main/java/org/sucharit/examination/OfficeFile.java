package org.sucharit.examination;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A document of Word, Excel or PowerPoint (ECMA-376) or of LibreOffice (ODF 1.3) without macros, embedded files, notes
 * on its author, and what it would fetch from elsewhere. Only parts that are known to be needed come along; pictures in
 * it are drawn anew.
 */
final class OfficeFile {

    private static final int MOST_PARTS = 5_000;
    private static final long MOST_UNPACKED = 256L * 1024 * 1024;

    /** What tells of the author, runs, fetches, or hides something else; of either kind of document. */
    private static final Pattern DROPPED = Pattern.compile(
            "(?i)docprops/.*|customxml/.*|.*/(vba[^/]*|people\\.xml|persons/.*|activex/.*|printersettings/.*"
                    + "|externallinks/.*|querytables/.*|connections\\.xml|webextensions/.*|customui.*|attachedtoolbars\\.bin"
                    + "|userxml.*|afchunk.*|ctrlprops/.*)|customui.*|_xmlsignatures/.*|meta-inf/documentsignatures\\.xml"
                    + "|basic/.*|scripts/.*|configurations2/.*|thumbnails/.*|object .*|objectreplacements/.*|versions/.*"
                    + "|versionlist\\.xml|layout-cache|meta\\.xml|settings\\.xml|dialogs/.*");

    /** Kept without what is in it, because the text refers to it. */
    private static final Pattern EMPTIED = Pattern.compile("(?i).*/embeddings/.*|.*\\.(bin|emf|wmf|svg|emz|wmz)");

    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(jpe?g|png|gif|bmp|tiff?)");
    private static final Pattern XML = Pattern.compile("(?i).*\\.(xml|rels)");
    private static final String MIMETYPE = "mimetype";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** @throws IOException where it is no such document, or unpacks to more than may be */
    OfficeFile(byte[] file) throws IOException {
        long left = MOST_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] part = zip.readNBytes(Math.toIntExact(Math.min(Integer.MAX_VALUE - 8, left + 1)));
                left -= part.length;
                if (left < 0 || parts.size() == MOST_PARTS) {
                    throw new IOException("Unpacks to too much");
                }
                if (!entry.isDirectory() && parts.putIfAbsent(entry.getName(), part) != null) {
                    throw new IOException("Two parts of one name"); // of which different readers see different ones
                }
            }
        }
        if (!parts.containsKey("[Content_Types].xml") && !parts.containsKey("content.xml")) {
            throw new IOException("No document");
        }
    }

    Made cleaned(String type) throws IOException {
        parts.keySet().removeIf(name -> DROPPED.matcher(name).matches());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] mimetype = parts.remove(MIMETYPE);
            if (mimetype != null) {
                stored(zip, mimetype);
            }
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                byte[] cleaned = cleaned(part.getKey(), part.getValue());
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(cleaned);
                zip.closeEntry();
            }
        }
        return new Made(withoutMacros(type), out.toByteArray(), new byte[0], false);
    }

    private byte[] cleaned(String name, byte[] part) throws IOException {
        if (EMPTIED.matcher(name).matches()) {
            return new byte[0];
        }
        if (PICTURE.matcher(name).matches()) {
            return picture(name, part);
        }
        return XML.matcher(name).matches() ? new OfficeXml(name, parts.keySet()).cleaned(part) : new byte[0];
    }

    /** In the form that its name says, or the document would not open; one that cannot be read is left empty. */
    private static byte[] picture(String name, byte[] part) {
        try {
            String format = name.toLowerCase(Locale.ROOT).replaceAll(".*\\.", "");
            return Pictures.as(format.startsWith("jp") ? "jpeg" : format, new Pictures(part).page(0));
        } catch (IOException | RuntimeException unreadable) {
            return new byte[0];
        }
    }

    /** ODF wants this one first and as it is. */
    private static void stored(ZipOutputStream zip, byte[] mimetype) throws IOException {
        ZipEntry entry = new ZipEntry(MIMETYPE);
        CRC32 crc = new CRC32();
        crc.update(mimetype);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(mimetype.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(mimetype);
        zip.closeEntry();
    }

    static String withoutMacros(String type) {
        return switch (type) {
            case "application/vnd.ms-word.document.macroenabled.12" ->
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            case "application/vnd.ms-excel.sheet.macroenabled.12" ->
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            case "application/vnd.ms-powerpoint.presentation.macroenabled.12" ->
                "application/vnd.openxmlformats-officedocument.presentationml.presentation";
            default -> type;
        };
    }
}
