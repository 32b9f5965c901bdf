package org.sucharit.assignment;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Route;
import org.sucharit.kernel.PersonId;

/**
 * What the accused mean for a case.
 *
 * @param route the way it takes; what is only probable does not change it
 * @param folios those for whom it must not exist, certain and probable, each with why
 */
public record Conflict(Route route, List<Content.KeptOut> folios) {

    public Conflict {
        folios = List.copyOf(new LinkedHashSet<>(folios));
    }

    public Set<PersonId> keptOut() {
        return folios.stream().map(Content.KeptOut::personId).collect(Collectors.toUnmodifiableSet());
    }
}
