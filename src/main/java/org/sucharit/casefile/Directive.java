package org.sucharit.casefile;

/** What the mayor orders on the findings. */
public enum Directive {
    APPROVED,
    RETURNED,
    DISCIPLINARY_INQUIRY,
    REFER_NACC,
    REFER_POLICE,
    CORRECTIVE_MEASURES,
    NO_FURTHER_ACTION
}
