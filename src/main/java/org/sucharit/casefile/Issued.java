package org.sucharit.casefile;

import java.util.UUID;
import org.sucharit.vault.Sealed;

/**
 * A paper that now stands in its case.
 *
 * @param version from 1, counted among those of the same kind and number
 * @param label as sealed and stored; it holds the SHA-256 of the file, so that whoever commits to the label commits to
 *     the file, and who cannot open the case learns nothing of either
 */
public record Issued(UUID id, int version, Sealed label) {}
