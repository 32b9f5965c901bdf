package org.sucharit.register.rows;

import jakarta.persistence.EntityManagerFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostCollectionRecreateEvent;
import org.hibernate.event.spi.PostCollectionRecreateEventListener;
import org.hibernate.event.spi.PostCollectionRemoveEvent;
import org.hibernate.event.spi.PostCollectionRemoveEventListener;
import org.hibernate.event.spi.PostCollectionUpdateEvent;
import org.hibernate.event.spi.PostCollectionUpdateEventListener;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.type.CompositeType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;

/** Hears from Hibernate which rows it wrote. Bulk statements pass it by: whoever uses one says what it touched. */
@Component
class RowListener
        implements PostInsertEventListener,
                PostUpdateEventListener,
                PostDeleteEventListener,
                PostCollectionRecreateEventListener,
                PostCollectionUpdateEventListener,
                PostCollectionRemoveEventListener {

    private static final String OWNER = "organisationId";

    private final RowLists lists;

    RowListener(EntityManagerFactory entities, RowLists lists) {
        this.lists = lists;
        lists.ready();
        EventListenerRegistry registry =
                entities.unwrap(SessionFactoryImplementor.class).getEventListenerRegistry();
        registry.appendListeners(EventType.POST_INSERT, this);
        registry.appendListeners(EventType.POST_UPDATE, this);
        registry.appendListeners(EventType.POST_DELETE, this);
        registry.appendListeners(EventType.POST_COLLECTION_RECREATE, this);
        registry.appendListeners(EventType.POST_COLLECTION_UPDATE, this);
        registry.appendListeners(EventType.POST_COLLECTION_REMOVE, this);
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        touched(event.getPersister(), event.getId(), event.getState());
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (covered(event.getPersister(), event.getDirtyProperties())) {
            touched(event.getPersister(), event.getId(), event.getState());
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        touched(event.getPersister(), event.getId(), event.getDeletedState());
    }

    @Override
    public void onPostRecreateCollection(PostCollectionRecreateEvent event) {
        touched(event);
    }

    @Override
    public void onPostUpdateCollection(PostCollectionUpdateEvent event) {
        touched(event);
    }

    @Override
    public void onPostRemoveCollection(PostCollectionRemoveEvent event) {
        touched(event);
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    private static boolean covered(EntityPersister persister, int @Nullable [] dirty) {
        Set<String> without =
                Coverage.kept(table(persister)).map(Coverage.Kept::without).orElse(Set.of());
        if (dirty == null || without.isEmpty()) {
            return true;
        }
        return Arrays.stream(dirty)
                .mapToObj(n -> persister.getPropertyNames()[n])
                .flatMap(property -> Arrays.stream(persister.getPropertyColumnNames(property)))
                .anyMatch(column -> !without.contains(column.toLowerCase(Locale.ROOT)));
    }

    private void touched(EntityPersister persister, Object id, Object[] state) {
        Touched touched = Touched.current();
        String table = table(persister);
        if (touched == null || Coverage.kept(table).isEmpty()) {
            return;
        }
        touched.add(owner(persister, id, state), table, key(persister, id));
    }

    private Object[] key(EntityPersister persister, Object id) {
        if (!(persister.getIdentifierType() instanceof CompositeType composite)) {
            return new Object[] {id};
        }
        Object[] values = composite.getPropertyValues(id);
        List<String> names = Arrays.stream(persister.getIdentifierColumnNames())
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
        return lists.table(table(persister)).key().stream()
                .map(column -> values[names.indexOf(column.name())])
                .toArray();
    }

    private static UUID owner(EntityPersister persister, Object id, Object[] state) {
        if (table(persister).equals("organisation")) {
            return (UUID) id;
        }
        int property = Arrays.asList(persister.getPropertyNames()).indexOf(OWNER);
        return property >= 0 && state[property] instanceof UUID owner
                ? owner
                : CurrentOrganisation.get().value();
    }

    private static void touched(AbstractCollectionEvent event) {
        Touched touched = Touched.current();
        CollectionPersister persister = event.getCollectionPersister();
        Object owner = event.getAffectedOwnerIdOrNull();
        if (touched != null && persister != null && owner != null && !persister.isOneToMany()) {
            String table = persister.getTableName().toLowerCase(Locale.ROOT);
            if (Coverage.kept(table).isPresent()) {
                touched.add(
                        CurrentOrganisation.find()
                                .map(OrganisationId::value)
                                .orElseThrow(() -> new IllegalStateException(table + " written outside a scope")),
                        table,
                        owner);
            }
        }
    }

    private static String table(EntityPersister persister) {
        return persister.getIdentifierTableName().toLowerCase(Locale.ROOT);
    }
}
