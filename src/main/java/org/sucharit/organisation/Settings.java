package org.sucharit.organisation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;

/**
 * What an organisation decides for itself.
 *
 * @param thaiDigits whether its papers and Thai pages write ๑๒๓ rather than 123
 */
@Embeddable
public record Settings(
        @Embedded Letterhead letterhead, @Embedded Terms terms, boolean thaiDigits) {

    public static final Settings DEFAULTS = new Settings(Letterhead.EMPTY, Terms.DEFAULTS, true);

    public Settings with(Letterhead other) {
        return new Settings(other, terms, thaiDigits);
    }

    public Settings with(Terms other) {
        return new Settings(letterhead, other, thaiDigits);
    }
}
