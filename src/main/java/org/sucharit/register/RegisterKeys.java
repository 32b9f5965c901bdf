package org.sucharit.register;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.function.LongFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.register.tree.SigningKey;

/** The register's secrets, derived from that of the installation: none of them is in the database. */
@Component
public class RegisterKeys {

    private final InstallationKey installation;

    RegisterKeys(InstallationKey installation) {
        this.installation = installation;
    }

    /** Signs checkpoints. */
    public SigningKey signing(OrganisationId organisation, String origin) {
        return new SigningKey(origin, installation.derive("register/" + organisation, 32));
    }

    /** The leaf of padding at each index. To whoever lacks the key it looks like any hash. */
    public LongFunction<byte[]> padding(OrganisationId organisation) {
        Mac mac = mac("register-padding/" + organisation);
        return index ->
                mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(index).array());
    }

    /** Digests rows; for one thread. */
    public Mac rows(OrganisationId organisation) {
        return mac("register-rows/" + organisation);
    }

    private Mac mac(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(installation.derive(purpose, 32), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }
}
