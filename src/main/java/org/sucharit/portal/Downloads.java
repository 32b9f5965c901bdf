package org.sucharit.portal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.FileExaminations;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Correspondence;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.FileAnswer;
import org.sucharit.vault.Receipt;

/** The files of the office, handed out to whoever shows the receipt; only ever to be saved. */
@Component
class Downloads {

    private final Correspondence correspondence;
    private final FileExaminations examinations;

    Downloads(Correspondence correspondence, FileExaminations examinations) {
        this.correspondence = correspondence;
        this.examinations = examinations;
    }

    /**
     * @param tag by which the rest of a download may be asked for
     * @throws Problem not found; conflict, where the scanner does not answer for it or found something
     */
    FileAnswer answer(Receipt receipt, UUID id, @Nullable String tag) {
        Upload file = correspondence.file(receipt, id);
        switch (examinations.scan(file)) {
            case NONE, CLEAN -> {}
            case WAITING -> throw Problem.conflict("given.waiting");
            case FOUND -> throw Problem.conflict("given.found");
        }
        return new FileAnswer(file.name(), MediaType.APPLICATION_OCTET_STREAM, false, file.size(), tag, file::open);
    }
}
