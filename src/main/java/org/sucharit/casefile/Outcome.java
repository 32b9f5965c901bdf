package org.sucharit.casefile;

/** How a case ended. */
public enum Outcome {
    NO_ACTION,
    MERGED,
    REFERRED,
    WITHDRAWN,
    GRIEVANCE_RESOLVED,
    APPROVED,
    DISCIPLINARY_INQUIRY,
    REFER_NACC,
    REFER_POLICE,
    CORRECTIVE_MEASURES,
    NO_FURTHER_ACTION
}
