package org.sucharit.document;

import java.time.LocalDate;
import java.util.List;

/**
 * Appoints one officer, or a committee, to find the facts (คำสั่ง).
 *
 * @param appointees one for an officer, more for a committee in the order of their rank
 * @param reportBy the day by which they report
 */
public record AppointmentOrder(
        Heading heading, Matter matter, List<Appointee> appointees, LocalDate reportBy, Signer signer)
        implements OfficialDocument {

    /** @param role in the committee, as "ประธานกรรมการ"; empty for a single officer */
    public record Appointee(String name, String post, String role) {}

    public AppointmentOrder {
        if (appointees.isEmpty()) {
            throw new IllegalArgumentException("An order that appoints nobody");
        }
        appointees = List.copyOf(appointees);
    }
}
