package org.sucharit.casefile;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sucharit.kernel.Spool;

/**
 * A file on its way to the reporter, looked into: from {@link OutgoingFiles#look}. Whoever asked for it closes it once it
 * is sealed.
 */
public final class Outgoing implements Closeable {

    private final Upload original;
    private final Examined examined;
    private final Map<SealedFile.CopyKind, Upload> copies;
    private final List<Spool> spools;

    Outgoing(Upload original, Examined examined, Map<SealedFile.CopyKind, Upload> copies, List<Spool> spools) {
        this.original = original;
        this.examined = examined;
        this.copies = Map.copyOf(copies);
        this.spools = List.copyOf(spools);
    }

    /** As the officer chose it; it stays with the office. */
    public Upload original() {
        return original;
    }

    /** What stands of it in the message that it goes with. */
    public Content.MessageToReporter.Sent sent() {
        SealedFiles.Looked looked = SealedFiles.look(given());
        return new Content.MessageToReporter.Sent(
                given().name(), looked.size(), looked.sha256(), copies.containsKey(SealedFile.CopyKind.SHOWN));
    }

    /** What the reporter gets: the clean copy, or where none is made of such a type the file itself. */
    Upload given() {
        return copies.getOrDefault(SealedFile.CopyKind.SHOWN, original);
    }

    Examined examined() {
        return examined;
    }

    Map<SealedFile.CopyKind, Upload> copies() {
        return copies;
    }

    @Override
    public void close() throws IOException {
        for (Spool spool : spools) {
            spool.close();
        }
    }
}
