package org.sucharit.papers;

import java.sql.Types;
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
import org.sucharit.document.typesetting.UnusableFont;
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
    private record Ready(int version, @Nullable Emblem emblem, Typeface typeface) {}

    private record Font(byte @Nullable [] regular, byte @Nullable [] bold) {}

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Register register;
    private final Time time;
    private final Map<OrganisationId, Ready> known = new ConcurrentHashMap<>();

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
        Ready ready = ready();
        return new Stationery(
                organisation.nameTh(),
                Stream.of(head.address(), head.district(), head.province(), head.postcode())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")),
                head.phone(),
                ready.emblem(),
                ready.typeface(),
                organisation.settings().thaiDigits() ? Digits.THAI : Digits.ARABIC);
    }

    private Ready ready() {
        int version = version();
        Ready ready = known.get(CurrentOrganisation.get());
        if (ready == null || ready.version() != version) {
            ready = version == 0
                    ? new Ready(0, null, Typeface.SARABUN)
                    : new Ready(version, emblem().map(Emblem::of).orElse(null), typeface());
            known.put(CurrentOrganisation.get(), ready);
        }
        return ready;
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
        put("emblem", Emblem.of(file).png(), by);
    }

    /** A marked box stands in its place again. */
    public void removeEmblem(PersonId by) {
        put("emblem", null, by);
    }

    /** Whether the organisation's papers are set in letters of its own. */
    @Transactional(readOnly = true)
    public boolean hasOwnFont() {
        return font().regular() != null;
    }

    /**
     * Takes some tenths of a second.
     *
     * @param regular a TrueType file, as uploaded
     * @param bold likewise; null where there is none
     * @throws UnusableFont when one of them cannot be used; the old one then stays
     */
    public void useFont(byte[] regular, byte @Nullable [] bold, PersonId by) {
        Typeface.of(regular, bold);
        put("font_regular", regular, by);
        put("font_bold", bold, by);
    }

    /** The bundled letters again. */
    public void removeFont(PersonId by) {
        put("font_regular", null, by);
        put("font_bold", null, by);
    }

    private Typeface typeface() {
        Font font = font();
        return font.regular() == null ? Typeface.SARABUN : Typeface.of(font.regular(), font.bold());
    }

    private Font font() {
        return jdbc.sql("select font_regular, font_bold from stationery where organisation_id = ?")
                .param(CurrentOrganisation.get().value())
                .query((row, n) -> new Font(row.getBytes(1), row.getBytes(2)))
                .optional()
                .orElseGet(() -> new Font(null, null));
    }

    /** @param part the column, which stands in the register too */
    private void put(String part, byte @Nullable [] bytes, PersonId by) {
        OrganisationId organisation = CurrentOrganisation.get();
        OffsetDateTime now = OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
        if (version() == 0) {
            jdbc.sql("insert into stationery (organisation_id, version, changed_at) values (?, 0, ?)")
                    .params(organisation.value(), now)
                    .update();
        }
        jdbc.sql("update stationery set " + part + " = :bytes, version = version + 1, changed_at = :now"
                        + " where organisation_id = :organisation")
                .param("bytes", bytes, Types.VARBINARY)
                .param("now", now)
                .param("organisation", organisation.value())
                .update();
        register.append(Note.of(Act.SETTINGS_CHANGED, by).detail(part));
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
