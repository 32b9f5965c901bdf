package org.sucharit.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.document.DocumentKind;
import org.sucharit.kernel.CaseId;
import org.sucharit.vault.Sealed;

/** An attachment or an issued document: its name and type sealed, its bytes sealed in chunks. */
@Entity
@Table(name = "sealed_file")
class SealedFile {

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    private UUID caseId;
    private @Nullable UUID folioId;

    @Enumerated(EnumType.STRING)
    private @Nullable DocumentKind document;

    private @Nullable String number;
    private int version;
    private Instant filedAt;
    private int chunks;
    private Sealed label;
    private byte @Nullable [] commitment;
    private boolean tellsReporter;
    private @Nullable Sealed examined;
    private @Nullable UUID copyOf;

    @Enumerated(EnumType.STRING)
    private @Nullable CopyKind copyKind;

    enum CopyKind {
        /** For whoever holds the case and looks at it. */
        SHOWN,
        THUMBNAIL,
        /** What the reporter was given, label and bytes sealed to the receipt; the case's own key does not open it. */
        GIVEN
    }

    @SuppressWarnings("NullAway.Init") // JPA
    protected SealedFile() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    private SealedFile(UUID id, CaseId caseId, Instant filedAt, int chunks, Salted.Leaf label, boolean tellsReporter) {
        this.id = id;
        this.caseId = caseId.value();
        this.filedAt = filedAt;
        this.chunks = chunks;
        this.label = label.sealed();
        this.commitment = label.commitment();
        this.tellsReporter = tellsReporter;
    }

    static SealedFile attachment(
            UUID id,
            CaseId caseId,
            @Nullable UUID folioId,
            Instant filedAt,
            int chunks,
            Salted.Leaf label,
            boolean tellsReporter) {
        SealedFile file = new SealedFile(id, caseId, filedAt, chunks, label, tellsReporter);
        file.folioId = folioId;
        return file;
    }

    static SealedFile document(
            UUID id,
            CaseId caseId,
            DocumentKind kind,
            String number,
            int version,
            Instant filedAt,
            int chunks,
            Salted.Leaf label) {
        SealedFile file = new SealedFile(id, caseId, filedAt, chunks, label, kind.namesReporter());
        file.document = kind;
        file.number = number;
        file.version = version;
        return file;
    }

    static SealedFile copy(UUID id, SealedFile of, CopyKind kind, Instant filedAt, int chunks, Salted.Leaf label) {
        SealedFile file = new SealedFile(id, of.caseId(), filedAt, chunks, label, of.tellsReporter);
        file.copyOf = of.id;
        file.copyKind = kind;
        return file;
    }

    /** Stands with the message that it was given with, as the attachment itself does. */
    static SealedFile given(UUID id, UUID of, CaseId caseId, UUID folioId, Instant at, int chunks, Salted.Leaf label) {
        SealedFile file = new SealedFile(id, caseId, at, chunks, label, false);
        file.folioId = folioId;
        file.copyOf = of;
        file.copyKind = CopyKind.GIVEN;
        return file;
    }

    UUID id() {
        return id;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    @Nullable
    UUID folioId() {
        return folioId;
    }

    @Nullable
    DocumentKind document() {
        return document;
    }

    @Nullable
    String number() {
        return number;
    }

    int version() {
        return version;
    }

    Instant filedAt() {
        return filedAt;
    }

    int chunks() {
        return chunks;
    }

    Sealed label() {
        return label;
    }

    /** Nothing for a file from before there were commitments. */
    byte @Nullable [] commitment() {
        return commitment;
    }

    boolean tellsReporter() {
        return tellsReporter;
    }

    /** Nothing until somebody who holds the case opened it. */
    @Nullable
    Sealed examined() {
        return examined;
    }

    void examined(Sealed result) {
        examined = result;
    }

    boolean isGiven() {
        return copyKind == CopyKind.GIVEN;
    }

    void reseal(Sealed anew, @Nullable Sealed examinedAnew) {
        label = anew;
        examined = examinedAnew;
    }
}
