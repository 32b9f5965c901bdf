package org.sucharit.organisation;

/** What a unit is to the handling of cases. */
public enum UnitKind {
    /** The mayor, the deputies and their secretary. */
    EXECUTIVE,
    /** สภา */
    COUNCIL,
    /** สำนักปลัด, with the chief administrator. */
    CLERKS_OFFICE,
    /** งานการเจ้าหน้าที่: owns the cases of corruption and misconduct. */
    PERSONNEL_UNIT,
    /** กองคลัง, กองช่าง, กองการศึกษา … */
    DIVISION
}
