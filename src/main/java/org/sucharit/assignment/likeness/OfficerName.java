package org.sucharit.assignment.likeness;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sucharit.organisation.PersonName;

/** The names of an officer, made ready to be compared with many texts. */
public final class OfficerName {

    private final NameKey thai;
    private final @Nullable NameKey english;
    private final String keyTh;
    private final String keyEn;

    /** @param nameEn empty where there is none */
    public OfficerName(String nameTh, String nameEn) {
        this.thai = NameKey.of(nameTh);
        this.english = nameEn.isBlank() ? null : NameKey.of(nameEn);
        this.keyTh = PersonName.key(nameTh);
        this.keyEn = PersonName.key(nameEn);
    }

    boolean isCalled(String key) {
        return key.equals(keyTh) || key.equals(keyEn);
    }

    Stream<NameKey> keys() {
        return Stream.of(Optional.of(thai), Optional.ofNullable(english)).flatMap(Optional::stream);
    }
}
