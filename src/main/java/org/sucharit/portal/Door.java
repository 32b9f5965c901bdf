package org.sucharit.portal;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Kind;

/** The two doors of the public home: what is said of officers comes in apart from general complaints. */
enum Door {
    CORRUPTION,
    GENERAL;

    /** The kinds to choose from behind a door, all of them where none was taken. */
    static List<Kind> kinds(@Nullable Door door) {
        return Arrays.stream(Kind.values())
                .filter(kind -> door == null || kind.confidential() == (door == CORRUPTION))
                .toList();
    }
}
