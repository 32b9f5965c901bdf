package org.sucharit.intake;

import java.time.LocalDate;
import org.sucharit.kernel.PersonId;

/**
 * A complaint box was opened.
 *
 * @param place where the box hangs
 * @param presentOne an officer who was there
 * @param presentTwo another
 * @param letters how many lay in it; 0 where it was empty
 */
public record RecordOpening(LocalDate openedOn, String place, PersonId presentOne, PersonId presentTwo, int letters) {}
