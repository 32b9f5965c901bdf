package org.sucharit.assignment;

import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.organisation.OrganisationChanged;
import org.sucharit.organisation.OrganisationChanged.Change;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;

/** Ends the access of people with their time in a post: at once where a post is taken, else in the first minutes of the day. */
@Component
class EndOfOffice {

    private static final Logger log = LoggerFactory.getLogger(EndOfOffice.class);
    private static final Set<Change> ENDINGS = EnumSet.of(Change.APPOINTMENT_ENDED, Change.PERSON_DEACTIVATED);

    private final Organisations organisations;
    private final HandingOver handingOver;

    EndOfOffice(Organisations organisations, HandingOver handingOver) {
        this.organisations = organisations;
        this.handingOver = handingOver;
    }

    @EventListener
    void on(OrganisationChanged changed) {
        if (ENDINGS.contains(changed.change())) {
            handingOver.endOfOffice();
        }
    }

    /** After midnight in Bangkok, and at the start for the days on which nothing ran. */
    @EventListener(ApplicationReadyEvent.class)
    @Scheduled(cron = "0 1 0 * * *", zone = "Asia/Bangkok")
    void everywhere() {
        for (OrganisationView organisation : organisations.all()) {
            try {
                CurrentOrganisation.run(organisation.id(), handingOver::endOfOffice);
            } catch (RuntimeException e) {
                // The others' must end all the same; what failed here is tried again at the next start or midnight.
                log.error("The end of office was not carried out in {}", organisation.shortName(), e);
            }
        }
    }
}
