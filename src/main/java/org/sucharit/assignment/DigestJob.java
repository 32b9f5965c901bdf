package org.sucharit.assignment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;

/** Sends the mails of the day, in every organisation; what was missed at the hour is made good later in the day. */
@Component
class DigestJob {

    private static final Logger log = LoggerFactory.getLogger(DigestJob.class);

    private final Notices notices;
    private final Organisations organisations;

    DigestJob(Notices notices, Organisations organisations) {
        this.notices = notices;
        this.organisations = organisations;
    }

    @Scheduled(cron = "0 */10 7-20 * * *", zone = "Asia/Bangkok")
    void everywhere() {
        for (OrganisationView organisation : organisations.all()) {
            try {
                while (CurrentOrganisation.in(organisation.id(), notices::sendDigests)) {
                    // the next batch
                }
            } catch (RuntimeException e) {
                log.error("Notices of the day were not sent in {}; tried again soon", organisation.shortName(), e);
            }
        }
    }
}
