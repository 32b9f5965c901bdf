package org.sucharit.signing;

import org.jspecify.annotations.Nullable;

/**
 * What became of a document that was to be signed. There always is a document: an approval must not be lost because a
 * key or a service at the far end of a wire fails, so whoever issues it takes {@link #pdf()} in either case and says
 * beside it how it is signed.
 */
public sealed interface Signed {

    /** The finished file. */
    byte[] pdf();

    /**
     * Signed.
     *
     * @param shortfall why the level is lower than the settings ask for; null where it is not
     */
    record With(byte[] pdf, Level level, @Nullable Shortfall shortfall) implements Signed {}

    /** Not signed: the very bytes that were to be signed. */
    record Without(byte[] pdf, Reason reason) implements Signed {}

    /** Why a signature is not of level LT though a timestamp service is set. */
    enum Shortfall {
        /** The timestamp service did not answer, or not with a timestamp: level B. */
        NO_TIMESTAMP,
        /** The revocation data of a certificate, the signer's or the timestamp service's, could not be had: level T. */
        NO_REVOCATION_DATA
    }

    /** Why a document is not signed. */
    enum Reason {
        /** The organisation has no key in the settings, which is no fault. */
        NO_KEY,
        /** The key file, the file of its password, or the library of the token cannot be read. */
        UNREADABLE,
        /** The password or PIN is wrong. It is not tried again before a restart, for tokens lock themselves. */
        WRONG_PASSWORD,
        /** The store opens and holds no private key, or none under the alias, or several and no alias is set. */
        NO_SUCH_KEY,
        /** The certificate has expired. */
        EXPIRED,
        /** The certificate is not valid yet. */
        NOT_YET_VALID,
        /** The key could be used and signing failed all the same; the log has the error. */
        FAILED
    }
}
