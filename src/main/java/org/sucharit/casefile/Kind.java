package org.sucharit.casefile;

/** What is reported. */
public enum Kind {
    CORRUPTION,
    MISCONDUCT,
    UNFAIR_SERVICE,
    TIP,
    GRIEVANCE,
    SUGGESTION;

    /** Whether it goes the confidential way and stands in the secret register; the others go to a division. */
    public boolean confidential() {
        return switch (this) {
            case CORRUPTION, MISCONDUCT, UNFAIR_SERVICE, TIP -> true;
            case GRIEVANCE, SUGGESTION -> false;
        };
    }
}
