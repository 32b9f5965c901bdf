package org.sucharit.organisation;

import jakarta.persistence.Embeddable;

/**
 * What a person was called before.
 *
 * @param nameEn empty where there was none
 */
@Embeddable
public record FormerName(String nameTh, String nameEn) {}
