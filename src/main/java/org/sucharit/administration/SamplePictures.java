package org.sucharit.administration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Documents;
import org.sucharit.document.Rendered;
import org.sucharit.document.Stationery;
import org.sucharit.document.Template;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;
import org.sucharit.papers.Stationer;
import org.sucharit.papers.Templates;

/** Papers of made-up words in the wording and on the stationery in force, whole and as pictures of their first pages. */
@Component
class SamplePictures {

    private static final int DOTS_PER_INCH = 80;

    /** Pictures kept, of all organisations together; each is some 50 KB. */
    private static final int MOST = 100;

    private record Place(OrganisationId organisation, DocumentKind kind) {}

    private record Drawn(Template template, Stationery stationery, LocalDate day, byte[] png) {}

    private final Documents documents;
    private final Templates templates;
    private final Stationer stationer;
    private final Time time;

    private final Map<Place, Drawn> latest = new LinkedHashMap<>(MOST, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Drawn> eldest) {
            return size() > MOST;
        }
    };

    SamplePictures(Documents documents, Templates templates, Stationer stationer, Time time) {
        this.documents = documents;
        this.templates = templates;
        this.stationer = stationer;
        this.time = time;
    }

    Rendered paper(DocumentKind kind) {
        return paper(templates.inForce(kind));
    }

    Rendered paper(Template template) {
        return documents.sample(template, stationer.current(), time.today());
    }

    /** A PNG, drawn anew only when wording, stationery or day have changed; one at a time, for drawing is slow. */
    synchronized byte[] firstPage(DocumentKind kind) {
        Template template = templates.inForce(kind);
        Stationery stationery = stationer.current();
        LocalDate day = time.today();
        Place place = new Place(CurrentOrganisation.get(), kind);
        Drawn drawn = latest.get(place);
        if (drawn == null
                || drawn.template() != template
                || !drawn.stationery().equals(stationery)
                || !drawn.day().equals(day)) {
            byte[] png = documents.sample(template, stationery, day).picture(DOTS_PER_INCH);
            drawn = new Drawn(template, stationery, day, png);
            latest.put(place, drawn);
        }
        return drawn.png();
    }
}
