package org.sucharit.assignment.likeness;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.sucharit.organisation.FormerName;
import org.sucharit.organisation.PersonName;

/** The names of an officer, those borne before among them, made ready to be compared with many texts. */
public final class OfficerName {

    private final List<NameKey> keys = new ArrayList<>();
    private final Set<String> written = new HashSet<>();

    /** @param nameEn empty where there is none */
    public OfficerName(String nameTh, String nameEn, Collection<FormerName> before) {
        add(nameTh);
        add(nameEn);
        before.forEach(former -> {
            add(former.nameTh());
            add(former.nameEn());
        });
    }

    private void add(String name) {
        if (!name.isBlank()) {
            keys.add(NameKey.of(name));
            written.add(PersonName.key(name));
        }
    }

    boolean isCalled(String key) {
        return written.contains(key);
    }

    Stream<NameKey> keys() {
        return keys.stream();
    }
}
