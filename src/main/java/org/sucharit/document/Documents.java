package org.sucharit.document;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes official papers. Safe for use by many threads. */
@Component
public class Documents {

    private final Wording wording = Wording.load();

    /**
     * Sets the paper in the words of the template; the same paper gives the same bytes. Unprintable characters are
     * reported, never refused.
     *
     * @throws IllegalArgumentException when the template is of another kind
     */
    public Rendered render(Paper paper, Template template) {
        if (paper.kind() != template.kind()) {
            throw new IllegalArgumentException("A template of " + template.kind() + " for " + paper.kind());
        }
        List<Block> blocks = template.fill(paper.fields(), paper.heading().digits());
        return new Setting(wording, paper, blocks).render();
    }

    /** The template filled with made-up words, as a draft. */
    public Rendered sample(Template template, Stationery stationery, LocalDate day) {
        return render(SamplePapers.of(template.kind(), stationery, day), template);
    }

    /** What a template of the kind may name, with how each is used. */
    public List<PlaceName> places(DocumentKind kind) {
        return PlaceName.of(Samples.of(kind));
    }
}
