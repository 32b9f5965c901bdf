package org.sucharit.casefile;

/** The answer to "Who is accused?": the way the case takes (Administrative Procedure Act B.E. 2539, ss. 13-16). */
public enum Route {
    ORDINARY,
    OFFICE_HEAD,
    CHIEF_ADMINISTRATOR,
    PERSONNEL_UNIT,
    INTAKE,
    EXECUTIVE
}
