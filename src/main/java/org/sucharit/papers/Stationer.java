package org.sucharit.papers;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Letterhead;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.register.Rows;

/** How the papers of the current organisation look: its name and address, its emblem, its letters. */
@Component
@Transactional
public class Stationer {

    private static final Logger log = LoggerFactory.getLogger(Stationer.class);

    /**
     * What papers are written in.
     *
     * @param own whether the organisation gave a font of its own
     * @param bold whether a bold one was with it
     * @param unusable why this host prints in Sarabun nevertheless, as the code of a {@link Problem}; null where the
     *     own font is used or there is none
     */
    public record Letters(
            boolean own, boolean bold, @Nullable String unusable) {}

    /** What takes time to read, as of one version of the table. */
    private record Ready(int version, @Nullable Emblem emblem, Typeface typeface, Letters letters) {}

    private record Fonts(byte[] regular, byte @Nullable [] bold) {}

    private static final Letters SARABUN = new Letters(false, false, null);

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Register register;
    private final Rows rows;
    private final Time time;
    private final Map<OrganisationId, Ready> ready = new ConcurrentHashMap<>();

    Stationer(JdbcClient jdbc, Organisations organisations, Register register, Rows rows, Time time) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.register = register;
        this.rows = rows;
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

    @Transactional(readOnly = true)
    public Letters letters() {
        return ready().letters();
    }

    private Ready ready() {
        int version = version();
        Ready known = ready.get(CurrentOrganisation.get());
        if (known == null || known.version() != version) {
            known = version == 0 ? new Ready(0, null, Typeface.SARABUN, SARABUN) : read(version);
            ready.put(CurrentOrganisation.get(), known);
        }
        return known;
    }

    private Ready read(int version) {
        Emblem emblem = emblem().map(Emblem::of).orElse(null);
        Fonts fonts = fonts().orElse(null);
        if (fonts == null) {
            return new Ready(version, emblem, Typeface.SARABUN, SARABUN);
        }
        boolean bold = fonts.bold() != null;
        try {
            Typeface typeface = Typeface.of(fonts.regular(), fonts.bold());
            return new Ready(version, emblem, typeface, new Letters(true, bold, null));
        } catch (UnusableFont unusable) {
            // It was usable where it was uploaded; a paper in other letters is better than none.
            log.warn(
                    "The own font of organisation {} cannot be used on this host ({}): its papers are set in Sarabun",
                    CurrentOrganisation.get(),
                    unusable.reason());
            return new Ready(version, emblem, Typeface.SARABUN, new Letters(true, bold, code(unusable)));
        }
    }

    private static String code(UnusableFont unusable) {
        return "font." + unusable.reason();
    }

    /** The emblem as it is printed, a PNG. */
    @Transactional(readOnly = true)
    public Optional<byte[]> emblem() {
        return jdbc.sql("select emblem from stationery where organisation_id = ? and emblem is not null")
                .param(CurrentOrganisation.get().value())
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    private Optional<Fonts> fonts() {
        return jdbc.sql("select font_regular, font_bold from stationery"
                        + " where organisation_id = ? and font_regular is not null")
                .param(CurrentOrganisation.get().value())
                .query((row, n) -> new Fonts(row.getBytes(1), row.getBytes(2)))
                .optional();
    }

    /**
     * @param file a PNG, JPEG or SVG, as uploaded; what is kept is a PNG made from it
     * @throws Problem invalid, when it cannot be one: field {@code emblem}, code {@code emblem.} and the name of an
     *     {@link UnusableEmblem.Reason}; the old one then stays
     */
    public void useEmblem(byte[] file, PersonId by) {
        byte[] png;
        try {
            png = Emblem.of(file).png();
        } catch (UnusableEmblem unusable) {
            String code = "emblem." + unusable.reason();
            throw Problem.invalid("emblem", code);
        }
        change("emblem", "emblem = :emblem", update -> update.param("emblem", png), by);
    }

    /** A marked box stands in its place again. */
    public void removeEmblem(PersonId by) {
        change("emblem", "emblem = null", update -> update, by);
    }

    /**
     * Writes papers in a font of the organisation's own from now on.
     *
     * @param regular a TrueType file, as uploaded
     * @param bold another; where there is none, bold is that of Sarabun
     * @throws Problem invalid, when one cannot be used: field {@code regular} or {@code bold}, code {@code font.} and the
     *     name of an {@link UnusableFont.Reason}; the old letters then stay
     */
    public void useFont(byte[] regular, byte @Nullable [] bold, PersonId by) {
        look("regular", regular, null);
        if (bold != null) {
            look("bold", regular, bold);
        }
        change(
                "font",
                "font_regular = :regular, font_bold = :bold",
                update -> update.param("regular", regular).param("bold", bold, Types.VARBINARY),
                by);
    }

    private static void look(String field, byte[] regular, byte @Nullable [] bold) {
        try {
            Typeface.of(regular, bold);
        } catch (UnusableFont unusable) {
            String code = code(unusable);
            throw Problem.invalid(field, code);
        }
    }

    /** Papers are written in Sarabun again. */
    public void removeFont(PersonId by) {
        change("font", "font_regular = null, font_bold = null", update -> update, by);
    }

    private void change(String what, String assignments, UnaryOperator<StatementSpec> values, PersonId by) {
        OrganisationId organisation = CurrentOrganisation.get();
        OffsetDateTime now = OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
        if (version() == 0) {
            try {
                jdbc.sql("insert into stationery (organisation_id, version, changed_at) values (?, 0, ?)")
                        .params(organisation.value(), now)
                        .update();
            } catch (DuplicateKeyException e) {
                throw Problem.conflict("changedMeanwhile");
            }
        }
        values.apply(jdbc.sql("update stationery set " + assignments + ", version = version + 1, changed_at = :now"
                        + " where organisation_id = :organisation"))
                .param("now", now)
                .param("organisation", organisation.value())
                .update();
        rows.changed("stationery", organisation.value());
        register.append(Note.of(Act.SETTINGS_CHANGED, by).detail(what));
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
