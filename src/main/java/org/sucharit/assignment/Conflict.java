package org.sucharit.assignment;

import java.util.List;
import java.util.Map;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Route;
import org.sucharit.kernel.PersonId;

/** What the accused mean for a case: the way it takes, and those for whom it must not exist. */
public record Conflict(Route route, Map<PersonId, Content.KeptOut.Why> keptOut) {

    public Conflict {
        keptOut = Map.copyOf(keptOut);
    }

    public List<Content.KeptOut> folios() {
        return keptOut.entrySet().stream()
                .map(entry -> new Content.KeptOut(entry.getKey(), entry.getValue()))
                .toList();
    }
}
