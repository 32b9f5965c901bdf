package org.sucharit.casefile;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.vault.CaseKey;
import org.sucharit.vault.Sealed;
import org.sucharit.vault.Vault;

/** Seals content into leaves and opens it again. */
@Component
class Folios {

    private static final Map<String, Class<? extends Content>> KINDS = Stream.of(Content.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, kind -> kind.asSubclass(Content.class)));

    private final FolioRepository folios;
    private final EntityManager entities;
    private final Vault vault;
    private final Time time;

    Folios(FolioRepository folios, EntityManager entities, Vault vault, Time time) {
        this.folios = folios;
        this.entities = entities;
        this.vault = vault;
        this.time = time;
    }

    /** @param forReporter the words in which the reporter reads it, or nothing */
    OpenCase.Filing add(
            CaseFile file, CaseKey key, @Nullable PersonId by, Content content, @Nullable String forReporter) {
        UUID id = UUID.randomUUID();
        return save(file, id, by, content, key.seal(field(content, id), write(content)), forReporter);
    }

    /** Files a leaf without being able to open the case. */
    OpenCase.Filing addKeyless(CaseFile file, Content content, @Nullable String forReporter) {
        UUID id = UUID.randomUUID();
        Sealed sealed =
                vault.sealTo(file.id(), field(content, id), write(content).getBytes(StandardCharsets.UTF_8));
        return save(file, id, null, content, sealed, forReporter);
    }

    private OpenCase.Filing save(
            CaseFile file,
            UUID id,
            @Nullable PersonId by,
            Content content,
            Sealed sealed,
            @Nullable String forReporter) {
        Sealed toReporter = forReporter == null
                ? null
                : vault.sealToReporter(file.id(), forReporter).orElse(null);
        entities.persist(
                new Folio(id, file.id(), file.round(), content.getClass(), time.now(), by, sealed, toReporter));
        return new OpenCase.Filing(id, sealed);
    }

    List<Filed<? extends Content>> all(CaseFile file, CaseKey key) {
        List<Filed<? extends Content>> all = new ArrayList<>();
        for (Folio folio : folios.findByCaseIdOrderByFiledAtAscIdAsc(file.id().value())) {
            Class<? extends Content> kind = KINDS.get(folio.kind());
            if (kind == null) {
                throw new IllegalStateException("Unknown kind of folio: " + folio.kind());
            }
            all.add(open(folio, key, kind));
        }
        return all;
    }

    <T extends Content> List<Filed<T>> ofKind(CaseFile file, CaseKey key, Class<T> kind) {
        return folios.findByCaseIdAndKindOrderByFiledAtAscIdAsc(file.id().value(), kind.getSimpleName()).stream()
                .map(folio -> open(folio, key, kind))
                .toList();
    }

    private <T extends Content> Filed<T> open(Folio folio, CaseKey key, Class<T> kind) {
        String text = key.openText(Folio.field(folio.kind(), folio.id()), folio.content());
        return new Filed<>(
                folio.id(), folio.filedAt(), folio.filedBy(), folio.round(), StoredJson.MAPPER.readValue(text, kind));
    }

    private String write(Content content) {
        return StoredJson.MAPPER.writeValueAsString(content);
    }

    private static String field(Content content, UUID id) {
        return Folio.field(content.getClass().getSimpleName(), id);
    }
}
