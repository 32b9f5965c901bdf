package org.sucharit.organisation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person in a post on some day. While an order names an acting officer (รักษาราชการแทน) for a post, that officer has
 * its powers and the one they stand in for has not; both are holders, and {@link #serving} tells which of them acts.
 *
 * @param acting whether they hold it as รักษาราชการแทน
 * @param orderNumber of the order that appointed them; empty where none is known
 * @param from their first day
 * @param until their last day; null while it is open
 * @param serving whether the powers of the post are theirs on that day
 */
public record Holder(
        AppointmentId appointment,
        PersonView person,
        PostView post,
        boolean acting,
        String orderNumber,
        LocalDate from,
        @Nullable LocalDate until,
        boolean serving) {}
