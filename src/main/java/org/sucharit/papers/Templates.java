package org.sucharit.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Template;
import org.sucharit.document.TemplateFault;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.register.Rows;

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
    private final Rows rows;
    private final Time time;

    /** One for each organisation and kind in use; whoever finds another version in the table parses anew. */
    private final Map<Place, Parsed> parsed = new ConcurrentHashMap<>();

    Templates(JdbcClient jdbc, Register register, Rows rows, Time time) {
        this.jdbc = jdbc;
        this.register = register;
        this.rows = rows;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public Template inForce(DocumentKind kind) {
        int version = latestVersion(kind);
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
     * Reads a wording without keeping it.
     *
     * @throws TemplateFault at the first line that cannot be used
     * @throws Problem invalid, where there is no text, or characters in it that nobody sees
     */
    public Template check(DocumentKind kind, String text) {
        Words.check()
                .that(!text.isBlank(), "text", "required")
                .that(Words.clean(text), "text", "characters")
                .orThrow();
        return Template.parse(kind, text);
    }

    /**
     * Puts a wording in force. Does nothing where it is.
     *
     * @param after the version that was changed, 0 for the standard wording that was never left
     * @throws TemplateFault at the first line that cannot be used; the old wording then stays in force
     * @throws Problem as {@link #check}; in conflict, where another version came into force meanwhile
     */
    public void save(DocumentKind kind, String text, int after, PersonId by) {
        Template template = check(kind, text);
        mustBeLatest(kind, after);
        if (!template.text().equals(inForce(kind).text())) {
            put(kind, template.text(), after + 1, by);
        }
    }

    /**
     * Puts the standard wording in force again. Does nothing where it is.
     *
     * @throws Problem in conflict, where another version came into force meanwhile
     */
    public void backToStandard(DocumentKind kind, int after, PersonId by) {
        mustBeLatest(kind, after);
        if (latest(kind).filter(last -> !last.standard()).isPresent()) {
            put(kind, "", after + 1, by);
        }
    }

    private void mustBeLatest(DocumentKind kind, int version) {
        int latest = latestVersion(kind);
        if (latest != version) {
            throw Problem.conflict("template.changed", latest);
        }
    }

    /** For each kind of which the organisation ever had a wording of its own, the version in force. */
    @Transactional(readOnly = true)
    public Map<DocumentKind, Version> latest() {
        Map<DocumentKind, Version> latest = new EnumMap<>(DocumentKind.class);
        jdbc.sql("""
                        select kind, version, text, saved_at, saved_by from document_template t
                        where organisation_id = ? and version = (select max(version) from document_template l
                          where l.organisation_id = t.organisation_id and l.kind = t.kind)""").param(CurrentOrganisation.get().value()).query(row -> {
            DocumentKind kind = DocumentKind.valueOf(row.getString("kind"));
            latest.put(kind, version(kind, row));
        });
        return latest;
    }

    /** The version in force; nothing where the organisation never had a wording of its own. */
    @Transactional(readOnly = true)
    public Optional<Version> latest(DocumentKind kind) {
        return history(kind, 0, 1).stream().findFirst();
    }

    /**
     * The versions that there were, the latest first.
     *
     * @param skipped how many of the latest are left out
     */
    @Transactional(readOnly = true)
    public List<Version> history(DocumentKind kind, int skipped, int most) {
        return jdbc.sql("""
                        select version, text, saved_at, saved_by from document_template
                        where organisation_id = ? and kind = ? order by version desc limit ? offset ?""")
                .params(CurrentOrganisation.get().value(), kind.name(), most, skipped)
                .query((row, n) -> version(kind, row))
                .list();
    }

    /** @throws Problem not found, where there is no such version */
    @Transactional(readOnly = true)
    public Version version(DocumentKind kind, int version) {
        return jdbc.sql("""
                        select version, text, saved_at, saved_by from document_template
                        where organisation_id = ? and kind = ? and version = ?""")
                .params(CurrentOrganisation.get().value(), kind.name(), version)
                .query((row, n) -> version(kind, row))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private static Version version(DocumentKind kind, ResultSet row) throws SQLException {
        String text = row.getString("text");
        return new Version(
                row.getInt("version"),
                text.isEmpty(),
                text.isEmpty() ? Template.standard(kind).text() : text,
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                new PersonId(row.getObject("saved_by", UUID.class)));
    }

    private int latestVersion(DocumentKind kind) {
        return jdbc.sql(
                        "select coalesce(max(version), 0) from document_template where organisation_id = ? and kind = ?")
                .params(CurrentOrganisation.get().value(), kind.name())
                .query(Integer.class)
                .single();
    }

    /** Two who save at once do not both win: the key holds a version once. */
    private void put(DocumentKind kind, String text, int version, PersonId by) {
        try {
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
        } catch (DuplicateKeyException e) {
            throw Problem.conflict("template.changed", version);
        }
        rows.changed("document_template", CurrentOrganisation.get().value(), kind.name(), version);
        register.append(Note.of(Act.SETTINGS_CHANGED, by).detail("template " + kind + " " + version));
    }
}
