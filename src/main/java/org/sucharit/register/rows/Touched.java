package org.sucharit.register.rows;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The rows that the present transaction wrote, by the organisation whose they are. */
public final class Touched {

    private static final Object RESOURCE = Touched.class;

    private final Map<UUID, Map<String, Set<List<Object>>>> rows = new TreeMap<>();

    /** Nothing outside a transaction. */
    public static @Nullable Touched current() {
        return (Touched) TransactionSynchronizationManager.getResource(RESOURCE);
    }

    public void bind() {
        TransactionSynchronizationManager.bindResource(RESOURCE, this);
    }

    public void unbind() {
        TransactionSynchronizationManager.unbindResourceIfPossible(RESOURCE);
    }

    /** @param key in the order of the table's primary key */
    public void add(UUID organisation, String table, Object... key) {
        rows.computeIfAbsent(organisation, id -> new TreeMap<>())
                .computeIfAbsent(table, name -> new LinkedHashSet<>())
                .add(List.copyOf(Arrays.asList(key)));
    }

    public Set<UUID> organisations() {
        return rows.keySet();
    }

    Map<String, Set<List<Object>>> of(UUID organisation) {
        return rows.getOrDefault(organisation, Map.of());
    }
}
