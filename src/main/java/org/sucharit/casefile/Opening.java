package org.sucharit.casefile;

import java.time.Instant;
import java.util.UUID;

/**
 * A leaf, or the label of a file, with what proves it: SHA-256(salt ‖ content) is its commitment, and the SHA-256 of
 * that stands in the register entry of the act that filed it.
 *
 * @param salt empty for what was sealed before there were commitments
 */
public record Opening(UUID id, String kind, Instant at, byte[] salt, byte[] content) {}
