package org.sucharit.assignment;

import org.sucharit.assignment.likeness.Likeness;
import org.sucharit.kernel.PersonId;

/**
 * One of the organisation's people in what was written.
 *
 * @param written what points to them, as it was typed; empty where they were chosen from the list
 */
record NameMatch(PersonId person, Likeness likeness, String written) {}
