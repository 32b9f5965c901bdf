package org.sucharit.casefile;

import java.util.List;
import java.util.UUID;
import org.sucharit.vault.IdentityKey;

/** Who reported a case, opened by somebody with a reason: from {@link CaseFiles#openIdentity}. */
public final class Revealed {

    private final List<? extends Content> contents;
    private final OpenCase open;
    private final IdentityKey key;

    Revealed(List<? extends Content> contents, OpenCase open, IdentityKey key) {
        this.contents = List.copyOf(contents);
        this.open = open;
        this.key = key;
    }

    /** What the reporter gave of themselves, the channel and the mail of them, oldest first. */
    public <T extends Content> List<T> all(Class<T> kind) {
        return contents.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** All of it, oldest first. */
    public List<Content> contents() {
        return List.copyOf(contents);
    }

    /** The leaves that tell who reported, with what proves them. */
    public List<Opening> openings() {
        return open.openings(key);
    }

    /**
     * A letter to the reporter, or a message as it came from them.
     *
     * @throws org.sucharit.kernel.Problem not found, where the case has no such file
     */
    public Upload read(UUID fileId) {
        return open.read(fileId, key);
    }
}
