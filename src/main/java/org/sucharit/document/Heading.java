package org.sucharit.document;

import java.time.LocalDate;

/**
 * What every paper bears at its head.
 *
 * @param number the paper's own, as "ยล 73601/123"; empty until the register has given one
 * @param date the day of the paper
 */
public record Heading(Issuer issuer, String number, LocalDate date, Marking marking, Digits digits) {}
