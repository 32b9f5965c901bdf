package org.sucharit.partner;

import java.util.UUID;

/**
 * Another agency's system that was let in by its key.
 *
 * @param id of the key
 * @param name of the agency, as the administrator wrote it
 */
public record Partner(UUID id, String name) {}
