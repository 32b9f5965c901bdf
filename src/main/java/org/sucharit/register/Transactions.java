package org.sucharit.register;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.register.rows.Touched;

/**
 * Is there from the beginning of every transaction and collects what it does. Just before it commits, the acts and the
 * rows are entered together, so that an organisation's chain is locked for that moment only.
 */
@Component
class Transactions implements TransactionExecutionListener {

    private final ObjectProvider<Entering> entering;
    private final ObjectProvider<EntityManager> entities;

    Transactions(ObjectProvider<Entering> entering, ObjectProvider<EntityManager> entities) {
        this.entering = entering;
        this.entities = entities;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && TransactionSynchronizationManager.isSynchronizationActive()) {
            Collected collected = new Collected();
            collected.bind();
            TransactionSynchronizationManager.registerSynchronization(collected);
        }
    }

    void note(OrganisationId organisation, Note note) {
        if (TransactionSynchronizationManager.getResource(this) instanceof Collected collected) {
            collected
                    .notes
                    .computeIfAbsent(organisation.value(), id -> new ArrayList<>())
                    .add(note);
        } else {
            throw new IllegalStateException("The transaction is not one of the register's");
        }
    }

    private final class Collected implements TransactionSynchronization {

        private final Map<UUID, List<Note>> notes = new TreeMap<>();
        private final Touched touched = new Touched();

        void bind() {
            TransactionSynchronizationManager.bindResource(Transactions.this, this);
            touched.bind();
        }

        private void unbind() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Transactions.this);
            touched.unbind();
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void suspend() {
            unbind();
        }

        @Override
        public void resume() {
            bind();
        }

        /** One organisation's chain after the other, always in one order, so that no two wait for each other. */
        @Override
        public void beforeCommit(boolean readOnly) {
            if (readOnly && notes.isEmpty()) {
                return;
            }
            entities.getObject().flush(); // so that nothing but the chain is written while it is locked
            touched.organisations().forEach(id -> notes.computeIfAbsent(id, none -> new ArrayList<>()));
            if (!notes.isEmpty()) {
                entering.getObject().enter(notes, touched);
            }
        }

        @Override
        public void beforeCompletion() {
            unbind();
        }
    }
}
