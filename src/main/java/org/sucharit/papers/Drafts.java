package org.sucharit.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.document.typesetting.Assembly;
import org.sucharit.kernel.Time;

/** Papers that one step gives rise to, looked at together before they are issued. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Drafts {

    private final PaperText text;
    private final Time time;

    Drafts(PaperText text, Time time) {
        this.text = text;
        this.time = time;
    }

    /**
     * The drafts one behind the other in one PDF file; nothing is kept of them.
     *
     * @param papers at least one
     */
    public byte[] together(List<Papers.Prepared> papers) {
        String title = papers.stream()
                .map(paper -> text.of("document." + paper.kind()))
                .collect(Collectors.joining(", "));
        Iterator<byte[]> drafts =
                papers.stream().map(paper -> paper.preview().pdf()).iterator();
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
            Assembly.write(file, title, time.today().atStartOfDay(Time.BANGKOK), drafts);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toByteArray();
    }
}
