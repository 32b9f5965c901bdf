package org.sucharit.organisation;

/** The forms a Thai local administrative organisation may have. */
public enum OrganisationKind {
    /** องค์การบริหารส่วนตำบล (อบต.) */
    SUBDISTRICT,
    /** เทศบาล */
    MUNICIPALITY,
    /** องค์การบริหารส่วนจังหวัด (อบจ.) */
    PROVINCE
}
