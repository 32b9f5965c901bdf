package org.sucharit.organisation;

import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;

/**
 * Something about an organisation was changed; published in the transaction of the change.
 *
 * @param subject id of what was changed, or the day for a holiday
 * @param by who changed it; null where the installation itself did, before there was anyone to sign in
 */
public record OrganisationChanged(
        OrganisationId organisation,
        Change change,
        String subject,
        @Nullable PersonId by) {

    public enum Change {
        FOUNDED,
        SETTINGS_CHANGED,
        UNIT_ADDED,
        POST_ADDED,
        PERSON_ADDED,
        PERSON_CHANGED,
        PERSON_DEACTIVATED,
        PERSON_REACTIVATED,
        APPOINTED,
        ACTING_APPOINTED,
        APPOINTMENT_ENDED,
        CHANNEL_ADDED,
        CHANNEL_CHANGED,
        CHANNEL_SWITCHED_ON,
        CHANNEL_SWITCHED_OFF,
        HOLIDAY_ADDED,
        HOLIDAY_REMOVED
    }
}
