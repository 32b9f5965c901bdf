package org.sucharit.papers;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Template;
import org.sucharit.document.TemplateFault;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;

/**
 * The wording of the current organisation's papers: its own where it has one, else the standard wording. Every wording
 * that was in force once is kept.
 */
@Component
@Transactional
public class Templates {

    /**
     * One wording.
     *
     * @param version from 1
     * @param standard whether it was the return to the standard wording; the text is then that of today's product
     */
    public record Version(int version, boolean standard, String text, Instant savedAt, PersonId savedBy) {}

    private record Place(OrganisationId organisation, DocumentKind kind) {}

    private record Parsed(int version, Template template) {}

    private final JdbcClient jdbc;
    private final Register register;
    private final Time time;

    /** One for each organisation and kind in use; whoever finds another version in the table parses anew. */
    private final Map<Place, Parsed> parsed = new ConcurrentHashMap<>();

    Templates(JdbcClient jdbc, Register register, Time time) {
        this.jdbc = jdbc;
        this.register = register;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public Template inForce(DocumentKind kind) {
        int version = latest(kind);
        if (version == 0) {
            return Template.standard(kind);
        }
        Place place = new Place(CurrentOrganisation.get(), kind);
        Parsed known = parsed.get(place);
        if (known == null || known.version() != version) {
            known = new Parsed(version, parse(kind, version));
            parsed.put(place, known);
        }
        return known.template();
    }

    private Template parse(DocumentKind kind, int version) {
        String text = jdbc.sql(
                        "select text from document_template where organisation_id = ? and kind = ? and version = ?")
                .params(CurrentOrganisation.get().value(), kind.name(), version)
                .query(String.class)
                .single();
        return text.isEmpty() ? Template.standard(kind) : Template.parse(kind, text);
    }

    /**
     * Puts a wording in force.
     *
     * @throws TemplateFault at the first line that cannot be used; the old wording then stays in force
     */
    public void save(DocumentKind kind, String text, PersonId by) {
        put(kind, Template.parse(kind, text).text(), by);
    }

    /** Puts the standard wording in force again. Does nothing where it is. */
    public void backToStandard(DocumentKind kind, PersonId by) {
        if (history(kind).stream().findFirst().map(last -> !last.standard()).orElse(false)) {
            put(kind, "", by);
        }
    }

    /** The latest first; empty where the organisation never had a wording of its own. */
    @Transactional(readOnly = true)
    public List<Version> history(DocumentKind kind) {
        return jdbc.sql("""
                        select version, text, saved_at, saved_by from document_template
                        where organisation_id = ? and kind = ? order by version desc""")
                .params(CurrentOrganisation.get().value(), kind.name())
                .query((row, n) -> {
                    String text = row.getString("text");
                    return new Version(
                            row.getInt("version"),
                            text.isEmpty(),
                            text.isEmpty() ? Template.standard(kind).text() : text,
                            row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                            new PersonId(row.getObject("saved_by", java.util.UUID.class)));
                })
                .list();
    }

    private int latest(DocumentKind kind) {
        return Optional.ofNullable(
                        jdbc.sql("select max(version) from document_template where organisation_id = ? and kind = ?")
                                .params(CurrentOrganisation.get().value(), kind.name())
                                .query((row, n) -> row.getInt(1))
                                .single())
                .orElse(0);
    }

    /** Two who save at once do not both win: the key holds a version once. */
    private void put(DocumentKind kind, String text, PersonId by) {
        int version = latest(kind) + 1;
        jdbc.sql("""
                        insert into document_template (organisation_id, kind, version, text, saved_at, saved_by)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        CurrentOrganisation.get().value(),
                        kind.name(),
                        version,
                        text,
                        OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC),
                        by.value())
                .update();
        register.append(Note.of(Act.SETTINGS_CHANGED, by).detail("template " + kind + " " + version));
    }
}
