package org.sucharit.signing;

/** How much a signature proves by itself: the baseline levels of PAdES (ETSI EN 319 142-1). */
public enum Level {
    /** Who signed what. The time of signing is the signer's word. */
    B,
    /** And that it was signed before the time that a timestamp service (RFC 3161) set under it. */
    T,
    /** And everything that is needed to check it when the certificates have long expired: certificates, CRLs, OCSP answers. */
    LT
}
