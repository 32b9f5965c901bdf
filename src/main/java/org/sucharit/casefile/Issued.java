package org.sucharit.casefile;

import java.util.UUID;

/**
 * A paper that now stands in its case.
 *
 * @param version from 1, counted among those of the same kind and number
 * @param commitment to its label, which holds the SHA-256 of the file; who cannot open the case learns nothing of either
 */
public record Issued(UUID id, int version, byte[] commitment) {}
