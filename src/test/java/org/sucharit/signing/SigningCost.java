package org.sucharit.signing;

import java.nio.file.Path;

/** Signing with a key of the usual kind (RSA of 2048 bits in a PKCS#12 file) at level B, for measuring. */
public final class SigningCost {

    private final Signing signing;

    /** @param folder where the key may lie */
    public SigningCost(Path folder) {
        signing = Samples.signing(new Authority("Bench").issue(Authority.Wish.of("C=TH,O=Khao Hin,CN=Mayor")), folder);
    }

    public byte[] sign(byte[] pdf) {
        return Samples.signed(signing, pdf);
    }
}
