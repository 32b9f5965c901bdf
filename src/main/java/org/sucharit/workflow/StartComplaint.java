package org.sucharit.workflow;

import java.time.LocalDate;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.OrganisationId;

/**
 * Starts the process of a case.
 *
 * @param kind the enum name of what is reported
 * @param channel the code of the channel it came by
 * @param receivedOn the day of receipt in Thailand, which starts the clock
 * @param route the enum name of the answer to "Who is accused?": ORDINARY, OFFICE_HEAD, CHIEF_ADMINISTRATOR,
 *     PERSONNEL_UNIT, INTAKE or EXECUTIVE
 */
public record StartComplaint(
        CaseId caseId,
        OrganisationId organisationId,
        String kind,
        String channel,
        LocalDate receivedOn,
        String route) {}
