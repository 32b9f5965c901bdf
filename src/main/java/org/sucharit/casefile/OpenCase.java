package org.sucharit.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.vault.CaseKey;
import org.sucharit.vault.IdentityKey;

/**
 * A case file with its key: what {@link CaseFiles#open} gives to a person who holds an active grant. Valid within the
 * transaction that opened it.
 */
public final class OpenCase {

    private final CaseFile file;
    private CaseKey key;
    private final Folios folios;
    private final SealedFiles files;
    private boolean held;

    OpenCase(CaseFile file, CaseKey key, Folios folios, SealedFiles files) {
        this.file = file;
        this.key = key;
        this.folios = folios;
        this.files = files;
    }

    public CaseFile file() {
        return file;
    }

    public CaseId id() {
        return file.id();
    }

    public CaseKey key() {
        return key;
    }

    public String subject() {
        return key.openText(CaseFiles.SUBJECT, file.sealedSubject());
    }

    /** The case has another key from here on. */
    void use(CaseKey anew) {
        key = anew;
    }

    /** Whoever writes holds the key in its place first, or what they seal might never open again. */
    private void hold() {
        if (!held) {
            folios.hold(key);
            held = true;
        }
    }

    /**
     * Files a leaf; it can never be changed or taken out.
     *
     * @throws org.sucharit.kernel.Problem conflict, where the case was given another key since it was opened
     */
    public <T extends Content> Filing add(@Nullable PersonId by, T content) {
        hold();
        return folios.add(file, key, by, content, null);
    }

    /** Files a leaf that the reporter is to read too, in these words. */
    public <T extends Content> Filing addForReporter(@Nullable PersonId by, T content, String text) {
        hold();
        return folios.add(file, key, by, content, text);
    }

    /** Every leaf, oldest first, but for those that tell who reported. */
    public List<Filed<? extends Content>> folios() {
        return folios.all(file, key);
    }

    /** Every leaf but those that tell who reported, and the label of every file, with what proves them. */
    public List<Opening> openings() {
        List<Opening> all = new ArrayList<>(folios.openings(file, key::open, false));
        all.addAll(files.openings(file, key));
        return all;
    }

    List<Opening> openings(IdentityKey identity) {
        return folios.openings(file, identity::open, true);
    }

    /** The leaves of one kind, which does not tell who reported; oldest first. */
    public <T extends Content> List<Filed<T>> all(Class<T> kind) {
        return folios.ofKind(file, key, kind);
    }

    public <T extends Content> Optional<Filed<T>> last(Class<T> kind) {
        List<Filed<T>> all = all(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }

    /** The leaves of one kind that were filed in the present round. */
    public <T extends Content> List<Filed<T>> thisRound(Class<T> kind) {
        return all(kind).stream().filter(filed -> filed.round() == file.round()).toList();
    }

    /** What was received first; reports merged into the case later stand beside it. */
    public Content.Report report() {
        return all(Content.Report.class).getFirst().content();
    }

    /** Those for whom this case must not exist. */
    public Set<PersonId> keptOut() {
        return keepingOut().stream().map(filed -> filed.content().personId()).collect(Collectors.toUnmodifiableSet());
    }

    /** The leaves that keep somebody out, less those that were lifted. */
    public List<Filed<Content.KeptOut>> keepingOut() {
        Set<UUID> lifted = all(Content.MatchLifted.class).stream()
                .flatMap(filed -> filed.content().folios().stream())
                .collect(Collectors.toSet());
        return all(Content.KeptOut.class).stream()
                .filter(filed -> !lifted.contains(filed.id()))
                .toList();
    }

    /** Whether anything in the case tells who reported. */
    public boolean tellsReporter() {
        return folios.tellReporter(file);
    }

    /**
     * Who reported, for a letter to them: it is sealed into the same envelope, unseen. Whoever wants to see it asks
     * {@link CaseFiles#openIdentity}.
     */
    public Revealed forLetter() {
        IdentityKey identity = folios.identityKey(key);
        return new Revealed(folios.telling(file, identity), this, identity);
    }

    public UUID attach(@Nullable UUID folio, Upload upload) {
        hold();
        return files.attach(file, key, folio, upload);
    }

    /** Attaches a file to a message to the reporter, who is given it too. */
    public void give(UUID message, Outgoing outgoing) {
        hold();
        files.give(file, key, message, outgoing);
    }

    /** Of a file that the reporter was given that which they got, which may be a copy without who wrote it. */
    public FileView given(UUID fileId) {
        return files.given(file, key, fileId);
    }

    /** How many files the reporter was given. */
    public int filesGiven() {
        return all(Content.MessageToReporter.class).stream()
                .mapToInt(message -> message.content().files().size())
                .sum();
    }

    public Issued issue(Issue paper) {
        hold();
        return files.issue(file, key, paper);
    }

    /** Attachments and documents, oldest first. */
    public List<FileView> files() {
        return files.list(file, key);
    }

    /**
     * A file whose bytes are fetched as they are read, also when the transaction is over.
     *
     * @throws org.sucharit.kernel.Problem not found, where the case has no such file
     * @throws IllegalStateException where it tells who reported: {@link Revealed#read} opens those
     */
    public Upload read(UUID fileId) {
        return files.read(file, key, fileId, key::open);
    }

    void examined(UUID fileId, Examined result, Map<SealedFile.CopyKind, Upload> copies) {
        hold();
        files.examined(file, key, fileId, result, copies);
    }

    Optional<Upload> copy(UUID fileId, SealedFile.CopyKind kind) {
        return files.copy(file, key, fileId, kind);
    }

    Upload read(UUID fileId, IdentityKey identity) {
        return files.read(file, key, fileId, identity::open);
    }

    /** A leaf just filed, with the commitment to it that stands in the register. */
    public record Filing(UUID folio, byte[] bytes) {}
}
