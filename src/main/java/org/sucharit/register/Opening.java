package org.sucharit.register;

/**
 * An entry with what opens its commitment, for whoever is to check it: the entry's last line is the base64 of
 * SHA-256(salt ‖ done).
 *
 * @param done what was done, in the words that the commitment covers
 */
public record Opening(Entry entry, byte[] salt, byte[] done) {}
