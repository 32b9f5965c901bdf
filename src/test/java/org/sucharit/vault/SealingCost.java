package org.sucharit.vault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sucharit.kernel.CaseId;

/** All the sealing that one complaint asks for, without the database, for measuring. */
public final class SealingCost {

    private static final byte[] DETAILS = "ก".repeat(1000).getBytes(StandardCharsets.UTF_8);
    private static final byte[] CONTEXT = ("sucharit/v1/grant/" + new UUID(0, 1) + "/" + new UUID(0, 2) + "/"
                    + new UUID(0, 3))
            .getBytes(StandardCharsets.UTF_8);

    private final List<byte[]> holders;

    public SealingCost(int holders) {
        this.holders = Stream.generate(() -> Hpke.KeyPair.generate().publicKey())
                .limit(holders)
                .toList();
    }

    /** A case with its keys, its subject, report, reporter and one accused; the key wrapped for each holder; a receipt. */
    public int once() {
        CaseId caseId = CaseId.random();
        byte[] secret = new byte[32];
        CaseKey key =
                new CaseKey(caseId, secret, CaseKey.sealPrivateKey(caseId, secret, Hpke.KeyPair.generate()), true);
        int bytes = 0;
        for (String field : List.of("subject", "report", "identity", "accused")) {
            bytes += key.seal(field, DETAILS).ciphertext().length;
        }
        for (byte[] holder : holders) {
            bytes += Hpke.seal(holder, secret, CONTEXT).length;
        }
        return bytes + Receipt.create().keys().publicKey().length;
    }
}
