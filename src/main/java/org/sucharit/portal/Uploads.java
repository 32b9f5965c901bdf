package org.sucharit.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.Problem;

/** The files of a form. */
final class Uploads {

    static final int MOST = 10;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TYPE = 100;

    private Uploads() {}

    /**
     * Reads the files, unless something is wrong with them: then it says so and reads none, so that no more is held in
     * memory than may be kept.
     */
    static List<Upload> read(@Nullable List<MultipartFile> sent, List<Problem.Field> wrong) {
        List<MultipartFile> files = chosen(sent);
        if (files.size() > MOST) {
            wrong.add(Problem.Field.of("files", "tooMany", MOST));
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
    static List<MultipartFile> chosen(@Nullable List<MultipartFile> sent) {
        return sent == null
                ? List.of()
                : new ArrayList<>(sent.stream()
                        .filter(file -> !file.isEmpty() || !name(file).isEmpty())
                        .toList());
    }

    private static Upload upload(MultipartFile file) {
        try {
            String name = name(file);
            String type = file.getContentType();
            return new Upload(
                    name.isEmpty() ? "file" : name,
                    type == null || type.length() > LONGEST_TYPE ? "application/octet-stream" : type,
                    file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without folders and control characters, its end kept where it is long, for that says what kind it is. */
    private static String name(MultipartFile file) {
        String sent = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        String name =
                sent.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
        return name.substring(Math.max(0, name.length() - LONGEST_NAME));
    }
}
