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

    private static final int NEEDED = 2;

    private final List<byte[]> holders;
    private final List<byte[]> sheets;

    public SealingCost(int holders, int sheets) {
        this.holders = keys(holders);
        this.sheets = keys(sheets);
    }

    private static List<byte[]> keys(int count) {
        return Stream.generate(() -> Hpke.KeyPair.generate().publicKey())
                .limit(count)
                .toList();
    }

    /**
     * A case with its key pairs, its subject, report, reporter and one accused; the key wrapped for each holder and
     * shared among the sheets; a receipt.
     */
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
        bytes += key.box("identityKey", Hpke.KeyPair.generate().privateKey()).length;
        List<byte[]> shares = Shares.split(secret, NEEDED, sheets.size());
        for (int i = 0; i < sheets.size(); i++) {
            bytes += Hpke.seal(sheets.get(i), shares.get(i), CONTEXT).length;
        }
        return bytes + Receipt.create().keys().publicKey().length;
    }
}
