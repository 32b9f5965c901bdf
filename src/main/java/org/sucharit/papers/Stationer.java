package org.sucharit.papers;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.document.Digits;
import org.sucharit.document.Emblem;
import org.sucharit.document.Stationery;
import org.sucharit.document.UnusableEmblem;
import org.sucharit.document.typesetting.Typeface;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Letterhead;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;

/** How the papers of the current organisation look: its name and address, its emblem, its letters. */
@Component
@Transactional
public class Stationer {

    /** What takes time to read, as of one version of the table. */
    private record Ready(int version, @Nullable Emblem emblem) {}

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Register register;
    private final Time time;
    private final Map<OrganisationId, Ready> ready = new ConcurrentHashMap<>();

    Stationer(JdbcClient jdbc, Organisations organisations, Register register, Time time) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.register = register;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public Stationery current() {
        OrganisationView organisation = organisations.current();
        Letterhead head = organisation.settings().letterhead();
        return new Stationery(
                organisation.nameTh(),
                Stream.of(head.address(), head.district(), head.province(), head.postcode())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")),
                head.phone(),
                ready().emblem(),
                Typeface.SARABUN,
                organisation.settings().thaiDigits() ? Digits.THAI : Digits.ARABIC);
    }

    private Ready ready() {
        int version = version();
        Ready known = ready.get(CurrentOrganisation.get());
        if (known == null || known.version() != version) {
            known = new Ready(
                    version, version == 0 ? null : emblem().map(Emblem::of).orElse(null));
            ready.put(CurrentOrganisation.get(), known);
        }
        return known;
    }

    /** The emblem as it is printed, a PNG. */
    @Transactional(readOnly = true)
    public Optional<byte[]> emblem() {
        return jdbc.sql("select emblem from stationery where organisation_id = ? and emblem is not null")
                .param(CurrentOrganisation.get().value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    /**
     * @param file a PNG, JPEG or SVG, as uploaded; what is kept is a PNG made from it
     * @throws UnusableEmblem when it cannot be one; the old one then stays
     */
    public void useEmblem(byte[] file, PersonId by) {
        put(Emblem.of(file).png(), by);
    }

    /** A marked box stands in its place again. */
    public void removeEmblem(PersonId by) {
        put(null, by);
    }

    private void put(byte @Nullable [] emblem, PersonId by) {
        OrganisationId organisation = CurrentOrganisation.get();
        OffsetDateTime now = OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
        if (version() == 0) {
            jdbc.sql("insert into stationery (organisation_id, version, changed_at) values (?, 0, ?)")
                    .params(organisation.value(), now)
                    .update();
        }
        jdbc.sql("update stationery set emblem = :emblem, version = version + 1, changed_at = :now"
                        + " where organisation_id = :organisation")
                .param("emblem", emblem, java.sql.Types.VARBINARY)
                .param("now", now)
                .param("organisation", organisation.value())
                .update();
        register.append(Note.of(Act.SETTINGS_CHANGED, by).detail("emblem"));
    }

    /** 0 where nothing was ever given. */
    private int version() {
        return jdbc.sql("select version from stationery where organisation_id = ?")
                .param(CurrentOrganisation.get().value())
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
