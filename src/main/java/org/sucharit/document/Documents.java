package org.sucharit.document;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.sucharit.document.typesetting.Assembly;
import org.sucharit.kernel.Time;

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

    /**
     * Writes finished papers one behind the other as one file for the archive, behind a cover list; one paper at a time
     * is kept in memory. Signatures do not come along: they vouch for the papers as they are.
     *
     * @param cover the list of them
     * @param papers files that this class has made, signed or not
     * @throws IllegalArgumentException when one is another kind of file; what was written by then is of no use
     * @throws IOException when {@code out} takes no more
     */
    public void bundle(Rendered cover, LocalDate day, Iterator<byte[]> papers, OutputStream out) throws IOException {
        Iterator<byte[]> parts = new Iterator<>() {
            private boolean covered;

            @Override
            public boolean hasNext() {
                return !covered || papers.hasNext();
            }

            @Override
            public byte[] next() {
                if (covered) {
                    return papers.next();
                }
                covered = true;
                return cover.pdf();
            }
        };
        Assembly.write(out, wording.get("list.title"), day.atStartOfDay(Time.BANGKOK), parts);
    }

    /** What a template of the kind may name, with how each is used. */
    public List<PlaceName> places(DocumentKind kind) {
        return PlaceName.of(Samples.of(kind));
    }
}
