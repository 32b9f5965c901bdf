package org.sucharit.papers;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Documents;
import org.sucharit.document.Fields;
import org.sucharit.document.Heading;
import org.sucharit.document.Marking;
import org.sucharit.document.Opinion;
import org.sucharit.document.Paper;
import org.sucharit.document.Rendered;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.PostKind;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.register.Rows;
import org.sucharit.vault.Officer;

/**
 * Issues papers of the office that belong to no case, as the report of a period. Each is numbered among the circulars
 * (offices send the same report to the mayor, the divisions and the notice board), issued once and then unchangeable;
 * what is issued again on the same topic is a new version of the same number that names the one before.
 */
@Component
@Transactional
public class OfficePapers {

    /**
     * @param topic what it is about, at most 40 characters: versions are counted by it
     * @param fields those of the kind without the organisation and the addressee, which are filled in here
     */
    public record Draft(DocumentKind kind, String topic, Fields fields) {}

    /** @param version from 1 */
    public record Issued(UUID id, String topic, int version, String number, Instant issuedAt, int pages) {}

    private final Documents documents;
    private final Templates templates;
    private final Stationer stationer;
    private final Signatures signatures;
    private final PaperNumbers numbers;
    private final Organisations organisations;
    private final Register register;
    private final Rows rows;
    private final JdbcClient jdbc;
    private final PaperText text;
    private final Time time;

    OfficePapers(
            Documents documents,
            Templates templates,
            Stationer stationer,
            Signatures signatures,
            PaperNumbers numbers,
            Organisations organisations,
            Register register,
            Rows rows,
            JdbcClient jdbc,
            PaperText text,
            Time time) {
        this.documents = documents;
        this.templates = templates;
        this.stationer = stationer;
        this.signatures = signatures;
        this.numbers = numbers;
        this.organisations = organisations;
        this.register = register;
        this.rows = rows;
        this.jdbc = jdbc;
        this.text = text;
        this.time = time;
    }

    /** As it would be issued today, marked as a draft and without a number. */
    @Transactional(readOnly = true)
    public Rendered preview(Draft draft, Officer by) {
        return documents.render(paper(draft, by, heading("", draft).asDraft()), templates.inForce(draft.kind()));
    }

    public UUID issue(Draft draft, Officer by) {
        Optional<Issued> before = last(draft);
        int version = before.map(Issued::version).orElse(0) + 1;
        String number = before.map(Issued::number).orElseGet(() -> numbers.next(PaperNumbers.Series.CIRCULAR));
        Heading heading = heading(number, draft);
        Rendered rendered = documents.render(paper(draft, by, heading), templates.inForce(draft.kind()));
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into office_paper (id, organisation_id, kind, topic, version, number, issued_at, issued_by,
                            pages, pdf) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        CurrentOrganisation.get().value(),
                        draft.kind().name(),
                        draft.topic(),
                        version,
                        heading.number(),
                        Timestamp.from(time.now()),
                        by.id().value(),
                        rendered.pages(),
                        rendered.pdf())
                .update();
        rows.changed("office_paper", id);
        register.append(Note.of(Act.DOCUMENT_ISSUED, by.id())
                .detail(draft.kind() + " " + draft.topic() + " " + version)
                .content(rendered.pdf()));
        return id;
    }

    /** The newest first, at most {@code limit}. */
    @Transactional(readOnly = true)
    public List<Issued> issued(DocumentKind kind, int limit) {
        return jdbc.sql("""
                        select id, topic, version, number, issued_at, pages from office_paper
                        where organisation_id = ? and kind = ? order by issued_at desc limit ?""")
                .params(CurrentOrganisation.get().value(), kind.name(), limit)
                .query(OfficePapers::issued)
                .list();
    }

    /** @throws Problem not found, where the organisation has no such paper */
    @Transactional(readOnly = true)
    public byte[] read(UUID id) {
        return jdbc.sql("select pdf from office_paper where organisation_id = ? and id = ?")
                .params(CurrentOrganisation.get().value(), id)
                .query((row, index) -> row.getBytes("pdf"))
                .optional()
                .orElseThrow(Problem::notFound);
    }

    private Optional<Issued> last(Draft draft) {
        return jdbc.sql("""
                        select id, topic, version, number, issued_at, pages from office_paper
                        where organisation_id = ? and kind = ? and topic = ? order by version desc limit 1""")
                .params(CurrentOrganisation.get().value(), draft.kind().name(), draft.topic())
                .query(OfficePapers::issued)
                .optional();
    }

    private static Issued issued(ResultSet row, int index) throws SQLException {
        return new Issued(
                row.getObject("id", UUID.class),
                row.getString("topic"),
                row.getInt("version"),
                row.getString("number"),
                row.getTimestamp("issued_at").toInstant(),
                row.getInt("pages"));
    }

    private Heading heading(String number, Draft draft) {
        Heading heading =
                Heading.of(stationer.current(), text.of("paper.unit.personnel"), number, time.today(), Marking.OPEN);
        return last(draft)
                .map(before ->
                        heading.replacing(new Heading.Replaces(before.version() + 1, Time.dayOf(before.issuedAt()))))
                .orElse(heading);
    }

    private Paper paper(Draft draft, Officer by, Heading heading) {
        String organisation = organisations.current().nameTh();
        draft.fields().text("organisation", organisation).text("addressee", text.addressee(PostKind.MAYOR));
        return new Paper(
                draft.kind(),
                heading,
                draft.fields(),
                signatures.of(by.id()),
                List.of(
                        Opinion.awaited(signatures.title(PostKind.OFFICE_HEAD)),
                        Opinion.awaited(signatures.title(PostKind.CHIEF_ADMINISTRATOR)),
                        Opinion.awaitedDirective(signatures.title(PostKind.MAYOR))));
    }
}
