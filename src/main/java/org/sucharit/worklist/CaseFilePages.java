package org.sucharit.worklist;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Examined;
import org.sucharit.casefile.FileView;
import org.sucharit.screen.Thai;
import org.sucharit.wording.CaseText;

/** What the page of one attachment says. */
@Component
class CaseFilePages {

    private static final String UNKNOWN = "application/octet-stream";

    /** How the copy is looked at. */
    enum Look {
        PICTURE,
        PDF,
        DOCUMENT,
        NONE
    }

    /**
     * @param kind in words
     * @param disagreement what the sender said and the bytes deny, in words
     * @param virus in the scanner's words
     * @param note on the copy, or why there is none
     * @param size in kilobytes
     */
    record FilePage(
            String name,
            String href,
            String kind,
            @Nullable String disagreement,
            long size,
            @Nullable String sha256,
            Examined.Scan scan,
            @Nullable String virus,
            Look look,
            String note) {}

    private final CaseText text;
    private final Thai thai;

    CaseFilePages(CaseText text, Thai thai) {
        this.text = text;
        this.thai = thai;
    }

    FilePage of(FileView file, String href) {
        Examined examined = Objects.requireNonNull(file.examined());
        String detected = Objects.requireNonNullElse(file.detected(), UNKNOWN);
        Look look = examined.copy() == Examined.Copy.MADE ? look(detected) : Look.NONE;
        return new FilePage(
                file.name(),
                href,
                kind(detected),
                file.disagrees() ? text.of("file.disagree", file.name(), kind(detected)) : null,
                Math.max(1, file.size() / 1024),
                file.sha256(),
                examined.scan(),
                examined.virus(),
                look,
                note(examined, look, detected));
    }

    private String note(Examined examined, Look look, String detected) {
        return switch (examined.copy()) {
            case MADE ->
                text.of("file.copy." + look) + (examined.cut() ? " " + text.of("file.copy.cut", thai.number(60)) : "");
            case FAILED -> text.of("file.copy.failed");
            case NONE -> text.of(reason(detected));
        };
    }

    /** Why there is no copy of such a type. */
    private static String reason(String detected) {
        return switch (detected) {
            case "image/heic", "image/heif", "image/heic-sequence", "image/heif-sequence" -> "file.copy.heic";
            case "application/msword",
                    "application/vnd.ms-excel",
                    "application/vnd.ms-powerpoint",
                    "application/x-tika-msoffice" -> "file.copy.oldOffice";
            default -> "file.copy.none";
        };
    }

    private static Look look(String detected) {
        return detected.startsWith("image/")
                ? detected.equals("image/tiff") ? Look.PDF : Look.PICTURE
                : detected.equals("application/pdf") ? Look.PDF : Look.DOCUMENT;
    }

    private String kind(String type) {
        String kind = switch (type.substring(0, type.indexOf('/'))) {
            case "image" -> "picture";
            case "video" -> "film";
            case "audio" -> "sound";
            case "text" -> type.equals("text/html") ? "page" : "text";
            case "message" -> "mail";
            default -> application(type);
        };
        return text.of("file.kind." + kind);
    }

    private static String application(String type) {
        if (type.equals("application/pdf")) {
            return "pdf";
        }
        if (type.contains("officedocument")
                || type.contains("opendocument")
                || type.contains("ms-")
                || type.contains("msword")
                || type.contains("msoffice")) {
            return type.contains("msdownload") || type.contains("installer") ? "program" : "office";
        }
        if (type.contains("zip") || type.contains("rar") || type.contains("7z") || type.contains("tar")) {
            return "archive";
        }
        return type.contains("exec") || type.contains("msdownload") || type.contains("java") || type.contains("sh")
                ? "program"
                : "other";
    }
}
