package org.sucharit.retention;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;

/** Lets requests fall that nobody confirmed in time, in every organisation. */
@Component
class LapseJob {

    private static final Logger log = LoggerFactory.getLogger(LapseJob.class);

    private final Retention retention;
    private final Organisations organisations;

    LapseJob(Retention retention, Organisations organisations) {
        this.retention = retention;
        this.organisations = organisations;
    }

    @Scheduled(cron = "0 30 * * * *")
    void everywhere() {
        for (OrganisationView organisation : organisations.all()) {
            try {
                CurrentOrganisation.run(organisation.id(), retention::lapse);
            } catch (RuntimeException e) {
                log.error("Requests did not lapse in {}; tried again in an hour", organisation.shortName(), e);
            }
        }
    }
}
