package org.sucharit.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the {@link Spool}s, in the folder that {@code sucharit.spool} names. */
@Component
public class Spools {

    private final Path folder;

    public Spools(@Value("${sucharit.spool:${java.io.tmpdir}}") Path folder) {
        this.folder = folder;
    }

    /** An empty one; whoever asked for it closes it. */
    public Spool open() throws IOException {
        Files.createDirectories(folder);
        return Spool.in(folder);
    }
}
