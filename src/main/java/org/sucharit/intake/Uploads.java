package org.sucharit.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.Problem;

/** The files of a form, as they go into a case. */
public final class Uploads {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TYPE = 100;

    private Uploads() {}

    /**
     * What was chosen, to be read from where it lies as long as its request lasts.
     *
     * @param wrong takes what is wrong with the files, by the field {@code files}; there are then none
     */
    public static List<Upload> read(@Nullable List<MultipartFile> sent, List<Problem.Field> wrong) {
        List<MultipartFile> files = chosen(sent);
        if (files.size() > IntakeRules.MOST_UPLOADS) {
            wrong.add(Problem.Field.of("files", "tooMany", IntakeRules.MOST_UPLOADS));
            return List.of();
        }
        if (files.stream().anyMatch(file -> file.getSize() > Upload.LARGEST)) {
            wrong.add(Problem.Field.of("files", "file.tooLarge", Upload.LARGEST / (1024 * 1024)));
            return List.of();
        }
        if (files.stream().anyMatch(MultipartFile::isEmpty)) {
            wrong.add(Problem.Field.of("files", "file.empty"));
            return List.of();
        }
        return files.stream().map(Uploads::upload).toList();
    }

    /** A browser sends one nameless part where no file was chosen. */
    public static List<MultipartFile> chosen(@Nullable List<MultipartFile> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .filter(file -> !file.isEmpty() || !name(file).isEmpty())
                        .toList();
    }

    private static Upload upload(MultipartFile file) {
        String name = name(file);
        String type = file.getContentType();
        return Upload.of(
                name.isEmpty() ? "file" : name,
                type == null || type.length() > LONGEST_TYPE ? "application/octet-stream" : type,
                file.getSize(),
                file::getInputStream);
    }

    /**
     * Without folders, and without what cannot be seen: control characters, and those that turn the direction of what
     * follows and make a program read as a picture. Its end is kept where it is long, for that says what kind it is.
     */
    private static String name(MultipartFile file) {
        String sent = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String name = sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{C}", "").strip();
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
