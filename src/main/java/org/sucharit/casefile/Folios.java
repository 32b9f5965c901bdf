package org.sucharit.casefile;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.vault.CaseKey;
import org.sucharit.vault.IdentityKey;
import org.sucharit.vault.Sealed;
import org.sucharit.vault.Vault;

/** Seals content into leaves and opens it again. */
@Component
class Folios {

    private static final Map<String, Class<? extends Content>> KINDS = Stream.of(Content.class.getPermittedSubclasses())
            .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, kind -> kind.asSubclass(Content.class)));

    private static final Set<String> TELLING = Set.of(
            Content.Identity.class.getSimpleName(),
            Content.Origin.class.getSimpleName(),
            Content.Mail.class.getSimpleName(),
            Content.IdentityGiven.class.getSimpleName());

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
        String field = field(content, id);
        return save(file, id, by, content, salted -> seal(file, content, field, salted, key::seal), forReporter);
    }

    /** Files a leaf without being able to open the case. */
    OpenCase.Filing addKeyless(CaseFile file, Content content, @Nullable String forReporter) {
        UUID id = UUID.randomUUID();
        String field = field(content, id);
        return save(
                file,
                id,
                null,
                content,
                salted -> seal(file, content, field, salted, (f, bytes) -> vault.sealTo(file.id(), f, bytes)),
                forReporter);
    }

    private Sealed seal(
            CaseFile file, Content content, String field, byte[] salted, BiFunction<String, byte[], Sealed> toCase) {
        return content.tellsReporter() ? vault.sealToIdentity(file.id(), field, salted) : toCase.apply(field, salted);
    }

    private OpenCase.Filing save(
            CaseFile file,
            UUID id,
            @Nullable PersonId by,
            Content content,
            Function<byte[], Sealed> seal,
            @Nullable String forReporter) {
        Salted.Leaf leaf = Salted.seal(write(content).getBytes(StandardCharsets.UTF_8), seal);
        Sealed toReporter = forReporter == null
                ? null
                : vault.sealToReporter(file.id(), forReporter).orElse(null);
        entities.persist(new Folio(id, file.id(), file.round(), content.getClass(), time.now(), by, leaf, toReporter));
        return new OpenCase.Filing(id, leaf.commitment());
    }

    /** Nobody puts another key in this one's place before the transaction ends. */
    void hold(CaseKey key) {
        vault.hold(key);
    }

    IdentityKey identityKey(CaseKey key) {
        return vault.openIdentity(key);
    }

    /** Seals under the new key what the old one opens. The envelope of who reported has a key of its own and stays. */
    void reseal(CaseFile file, CaseKey old, CaseKey anew) {
        for (Folio folio : folios.findByCaseIdOrderByFiledAtAscIdAsc(file.id().value())) {
            if (!folio.content().isInEnvelope()) {
                String field = Folio.field(folio.kind(), folio.id());
                folio.reseal(anew.seal(field, old.open(field, folio.content())));
            }
        }
    }

    /** All but those that tell who reported. */
    List<Filed<? extends Content>> all(CaseFile file, CaseKey key) {
        List<Filed<? extends Content>> all = new ArrayList<>();
        for (Folio folio : folios.findByCaseIdOrderByFiledAtAscIdAsc(file.id().value())) {
            if (!TELLING.contains(folio.kind())) {
                all.add(filed(folio, key::open, kind(folio)));
            }
        }
        return all;
    }

    <T extends Content> List<Filed<T>> ofKind(CaseFile file, CaseKey key, Class<T> kind) {
        if (TELLING.contains(kind.getSimpleName())) {
            throw new IllegalArgumentException(kind.getSimpleName() + " is opened with a reason only");
        }
        return folios.findByCaseIdAndKindOrderByFiledAtAscIdAsc(file.id().value(), kind.getSimpleName()).stream()
                .map(folio -> filed(folio, key::open, kind))
                .toList();
    }

    /** @param telling whether those are wanted that tell who reported, or the others */
    List<Opening> openings(CaseFile file, BiFunction<String, Sealed, byte[]> open, boolean telling) {
        return folios.findByCaseIdOrderByFiledAtAscIdAsc(file.id().value()).stream()
                .filter(folio -> TELLING.contains(folio.kind()) == telling)
                .map(folio -> opening(folio, open))
                .toList();
    }

    private static Opening opening(Folio folio, BiFunction<String, Sealed, byte[]> open) {
        byte[] opened = open.apply(Folio.field(folio.kind(), folio.id()), folio.content());
        return new Opening(
                folio.id(),
                folio.kind(),
                folio.filedAt(),
                Salted.salt(opened, folio.commitment()),
                Salted.content(opened, folio.commitment()));
    }

    /** Those that tell who reported. */
    List<Content> telling(CaseFile file, IdentityKey key) {
        return folios.findByCaseIdAndKindInOrderByFiledAtAscIdAsc(file.id().value(), TELLING).stream()
                .<Content>map(folio -> filed(folio, key::open, kind(folio)).content())
                .toList();
    }

    /** Of the leaves of these kinds the last, unopened. */
    Optional<CaseFiles.Unopened> last(CaseId id, Set<Class<? extends Content>> kinds) {
        return folios
                .findByCaseIdAndKindInOrderByFiledAtAscIdAsc(
                        id.value(), kinds.stream().map(Class::getSimpleName).toList())
                .stream()
                .reduce((first, later) -> later)
                .map(folio -> new CaseFiles.Unopened(kind(folio), folio.filedBy(), folio.filedAt()));
    }

    boolean tellReporter(CaseFile file) {
        return folios.existsByCaseIdAndKindIn(file.id().value(), TELLING);
    }

    private <T extends Content> Filed<T> filed(Folio folio, BiFunction<String, Sealed, byte[]> open, Class<T> kind) {
        byte[] opened = open.apply(Folio.field(folio.kind(), folio.id()), folio.content());
        byte[] json = Salted.content(opened, folio.commitment());
        return new Filed<>(
                folio.id(), folio.filedAt(), folio.filedBy(), folio.round(), StoredJson.MAPPER.readValue(json, kind));
    }

    private static Class<? extends Content> kind(Folio folio) {
        Class<? extends Content> kind = KINDS.get(folio.kind());
        if (kind == null) {
            throw new IllegalStateException("Unknown kind of folio: " + folio.kind());
        }
        return kind;
    }

    private static String write(Content content) {
        return StoredJson.MAPPER.writeValueAsString(content);
    }

    private static String field(Content content, UUID id) {
        return Folio.field(content.getClass().getSimpleName(), id);
    }
}
