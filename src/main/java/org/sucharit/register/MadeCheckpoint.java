package org.sucharit.register;

import java.time.Instant;

/**
 * A checkpoint as it stands.
 *
 * @param size in leaves, padding included
 * @param root of the tree of that size
 * @param note the signed text (c2sp.org/tlog-checkpoint)
 */
public record MadeCheckpoint(long size, byte[] root, String note, Instant madeAt) {}
