package org.sucharit.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names under which the files of a mail are kept: one path element that a person can tell from the next. */
final class FileNames {

    private static final int LONGEST = 200;
    private static final int LONGEST_EXTENSION = 12;

    /** For files that their sender gave no name. */
    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("message/rfc822", ".eml"),
            Map.entry("message/delivery-status", ".txt"),
            Map.entry("text/rfc822-headers", ".txt"),
            Map.entry("text/calendar", ".ics"),
            Map.entry("text/vcard", ".vcf"),
            Map.entry("text/plain", ".txt"),
            Map.entry("text/html", ".html"),
            Map.entry("text/rtf", ".rtf"),
            Map.entry("application/rtf", ".rtf"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("application/zip", ".zip"),
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/heic", ".heic"),
            Map.entry("audio/mpeg", ".mp3"),
            Map.entry("video/mp4", ".mp4"));

    private FileNames() {}

    /**
     * @param declared as the sender wrote it, perhaps with a path
     * @param number tells files without a name apart
     */
    static String of(@Nullable String declared, String type, int number) {
        String name = declared == null ? "" : HeaderText.decode(declared);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{C}", "")
                .strip();
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            return "attachment-" + number + EXTENSIONS.getOrDefault(type, "");
        }
        return name.codePointCount(0, name.length()) <= LONGEST ? name : shortened(name);
    }

    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 || name.length() - dot > LONGEST_EXTENSION ? "" : name.substring(dot);
        return name.substring(0, name.offsetByCodePoints(0, LONGEST - LONGEST_EXTENSION)) + extension;
    }
}
