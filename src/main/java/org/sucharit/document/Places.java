package org.sucharit.document;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The names that templates give to {@link Fields}: Thai ones, as officers read and write them. A template may use either
 * name; no Thai name stands for two fields.
 */
final class Places {

    static final Places THAI = new Places(Wording.resource("/documents/places.properties"));

    private final Map<String, String> thai = new LinkedHashMap<>();
    private final Map<String, String> fields = new HashMap<>();

    private Places(Map<String, String> names) {
        names.forEach((field, name) -> {
            thai.put(field, name);
            if (fields.put(name, field) != null) {
                throw new IllegalStateException("Two fields called " + name);
            }
        });
    }

    /** The field that a template means by a name; the name itself where it is none of ours. */
    String field(String name) {
        return fields.getOrDefault(name, name);
    }

    /** @throws IllegalStateException when the field has no Thai name */
    String thai(String field) {
        @Nullable String name = thai.get(field);
        if (name == null) {
            throw new IllegalStateException("No Thai name for " + field);
        }
        return name;
    }
}
