package org.sucharit.document;

import java.time.LocalDate;

/**
 * The case a paper is about.
 *
 * @param registerNumber as "12/2569"
 * @param kind what it is, as "เรื่องร้องเรียนการทุจริต"
 * @param channel how it came, as "ตู้รับข้อร้องเรียน"
 * @param subject what it is about; empty in papers made where nobody has opened the case
 * @param firstDueOn the last day as first counted
 * @param dueOn the last day now, later than the first after an extension
 */
public record Matter(
        String registerNumber,
        String kind,
        String channel,
        String subject,
        LocalDate receivedOn,
        LocalDate firstDueOn,
        LocalDate dueOn) {

    /** A case whose term was not extended. */
    public Matter(
            String registerNumber, String kind, String channel, String subject, LocalDate receivedOn, LocalDate dueOn) {
        this(registerNumber, kind, channel, subject, receivedOn, dueOn, dueOn);
    }

    boolean isExtended() {
        return dueOn.isAfter(firstDueOn);
    }
}
