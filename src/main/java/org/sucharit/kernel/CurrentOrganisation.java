package org.sucharit.kernel;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The organisation on whose behalf this thread works. Whoever enters from outside (a web request, a timer, a mail
 * poll) opens the scope before the transaction begins; outside a scope the database shows no organisation's rows.
 */
public final class CurrentOrganisation {

    private static final ScopedValue<OrganisationId> CURRENT = ScopedValue.newInstance();

    private CurrentOrganisation() {}

    /** @throws IllegalStateException outside a scope */
    public static OrganisationId get() {
        return find().orElseThrow(() -> new IllegalStateException("No organisation in scope"));
    }

    public static Optional<OrganisationId> find() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    public static void run(OrganisationId organisation, Runnable work) {
        ScopedValue.where(CURRENT, organisation).run(work);
    }

    public static <T> T in(OrganisationId organisation, Supplier<T> work) {
        return ScopedValue.where(CURRENT, organisation).call(work::get);
    }

    /** As {@link #in}, for work that throws a checked exception. */
    public static <T, X extends Throwable> T call(OrganisationId organisation, ScopedValue.CallableOp<T, X> work)
            throws X {
        return ScopedValue.where(CURRENT, organisation).call(work);
    }
}
