package org.sucharit.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Outgoing;
import org.sucharit.casefile.OutgoingFiles;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.vault.Officer;

/** What an officer writes to the reporter, with files: looked into first, while no transaction is open, and then sent. */
@Component
public class OfficeMessages {

    private final Correspondence correspondence;
    private final OutgoingFiles files;

    OfficeMessages(Correspondence correspondence, OutgoingFiles files) {
        this.correspondence = correspondence;
        this.files = files;
    }

    /** @throws Problem invalid, by {@code text} or {@code files}; nothing is sent then */
    public void send(Officer officer, CaseId id, String text, List<Upload> uploads) {
        correspondence.mayWrite(officer, id, text, uploads);
        List<Outgoing> looked = new ArrayList<>();
        try {
            uploads.forEach(upload -> looked.add(files.look(upload)));
            correspondence.write(officer, id, text, looked);
        } finally {
            looked.forEach(OfficeMessages::close);
        }
    }

    private static void close(Outgoing file) {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
