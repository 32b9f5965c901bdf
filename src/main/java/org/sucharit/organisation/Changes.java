package org.sucharit.organisation;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.OrganisationChanged.Change;

/** Tells the rest of the system what was changed in the organisation in scope. */
@Component
class Changes {

    private final ApplicationEventPublisher publisher;

    Changes(ApplicationEventPublisher publisher) {
        this.publisher = publisher;
    }

    void tell(Change change, Object subject, @Nullable PersonId by) {
        publisher.publishEvent(new OrganisationChanged(CurrentOrganisation.get(), change, subject.toString(), by));
    }
}
