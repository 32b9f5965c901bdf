package org.sucharit.vault;

import java.util.Arrays;

/**
 * Content that only the key of its case opens. The first byte says how it was sealed: {@link #BY_KEY} by somebody
 * who had the case open, {@link #TO_CASE} by something that can seal to the case and never open it (a timer, a mail
 * poll, the reporter's page); {@link #TO_IDENTITY} to the envelope that holds who reported; {@link #TO_REPORTER} to the
 * reporter's receipt, which the key of the case does not open.
 */
public record Sealed(byte[] bytes) {

    static final byte BY_KEY = 1;
    static final byte TO_CASE = 2;
    static final byte TO_IDENTITY = 3;
    static final byte TO_REPORTER = 4;

    static Sealed of(byte how, byte[] ciphertext) {
        byte[] bytes = new byte[ciphertext.length + 1];
        bytes[0] = how;
        System.arraycopy(ciphertext, 0, bytes, 1, ciphertext.length);
        return new Sealed(bytes);
    }

    /** Whether it stands in the envelope that holds who reported. */
    public boolean isInEnvelope() {
        return how() == TO_IDENTITY;
    }

    byte how() {
        return bytes[0];
    }

    byte[] ciphertext() {
        return Arrays.copyOfRange(bytes, 1, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sealed sealed && Arrays.equals(bytes, sealed.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Sealed[" + bytes.length + " bytes]";
    }
}
