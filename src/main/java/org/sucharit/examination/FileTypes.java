package org.sucharit.examination;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MimeTypeException;
import org.apache.tika.mime.MimeTypes;

/** What kind of file something is, by its first bytes (Apache Tika); nothing of it is parsed. */
public final class FileTypes {

    /** So many bytes of a file tell what it is. */
    public static final int HEAD = 64 * 1024;

    /** What nothing is known of. */
    public static final String UNKNOWN = "application/octet-stream";

    private static final MimeTypes TYPES = MimeTypes.getDefaultMimeTypes();

    /** The containers that a name may narrow down to one kind of what they hold. */
    private static final Set<String> CONTAINERS =
            Set.of("application/zip", "application/x-tika-msoffice", "text/plain");

    /** The same by other names. */
    private static final Map<String, String> ALIASES = Map.of(
            "image/jpg", "image/jpeg",
            "image/pjpeg", "image/jpeg",
            "image/x-png", "image/png",
            "image/x-ms-bmp", "image/bmp",
            "application/x-pdf", "application/pdf",
            "application/x-zip-compressed", "application/zip");

    private static final Pattern ENDING = Pattern.compile("(?<=.)\\.[A-Za-z0-9]{1,5}$");

    private FileTypes() {}

    /**
     * @param name may narrow down what the bytes say, and never contradicts them
     * @param head the first {@link #HEAD} bytes, or all where there are fewer
     */
    public static String of(String name, byte[] head) {
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return TYPES.detect(new ByteArrayInputStream(head), named)
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The usual ending of a name, with its dot; empty where there is none. */
    public static String ending(String type) {
        try {
            return TYPES.forName(type).getExtension();
        } catch (MimeTypeException noType) {
            return "";
        }
    }

    /**
     * Whether a file is something else than its sender said, as a program that calls itself a picture. What the sender
     * left open, and what stands for one of several kinds, disagrees with nothing.
     *
     * @param said by the sender
     * @param name by which the file would be opened
     */
    public static boolean disagree(String said, String name, String found) {
        String byName = byName(name);
        return !same(found, said) && !same(found, byName) || !byName.equals(UNKNOWN) && !same(found, byName);
    }

    /** The name with the ending that a file of this type has, where its own says something else. */
    public static String named(String name, String type) {
        if (byName(name).equals(type)) {
            return name;
        }
        try {
            String ending = TYPES.forName(type).getExtension();
            return ending.isEmpty() ? name : ENDING.matcher(name).replaceFirst("") + ending;
        } catch (MimeTypeException unknown) {
            return name;
        }
    }

    private static boolean same(String found, String other) {
        String one = plain(found);
        String two = plain(other);
        return two.equals(UNKNOWN)
                || one.equals(UNKNOWN)
                || one.equals(two)
                || isKindOf(one, two)
                || isKindOf(two, one)
                || one.startsWith("text/") && two.startsWith("text/");
    }

    private static boolean isKindOf(String special, String general) {
        MediaType type = MediaType.parse(special);
        return type != null
                && (CONTAINERS.contains(general) || general.equals("message/rfc822"))
                && TYPES.getMediaTypeRegistry().isSpecializationOf(type, MediaType.parse(general));
    }

    private static String byName(String name) {
        Metadata named = new Metadata();
        named.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        try {
            return TYPES.detect(null, named).getBaseType().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plain(String type) {
        MediaType parsed = MediaType.parse(type);
        String base = parsed == null ? UNKNOWN : parsed.getBaseType().toString().toLowerCase(Locale.ROOT);
        return ALIASES.getOrDefault(base, base);
    }
}
