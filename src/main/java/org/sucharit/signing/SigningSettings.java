package org.sucharit.signing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys are that sign. They are named here and never enter the database: a copy of the database, a dump or a
 * backup of it must not be able to sign in the name of the mayor, and a key in a token cannot be copied at all.
 *
 * @param keys by the organisation's short name
 * @param timestampService address of a timestamp service (RFC 3161); without one signatures are of level B
 * @param timeout for each answer of the timestamp service and of the services that tell whether a certificate was revoked
 * @param trusted folder of certificates (.pem, .crt) whose signatures are believed besides the organisations' own
 */
@ConfigurationProperties("sucharit.signing")
record SigningSettings(
        @DefaultValue Map<String, KeySettings> keys,
        @Nullable URI timestampService,
        @DefaultValue("5s") Duration timeout,
        @Nullable Path trusted) {

    /**
     * One organisation's key: a PKCS#12 file with its password, or a PKCS#11 token with its PIN.
     *
     * @param slot id of the token's slot; the first slot where none is named
     * @param alias of the key; needed only where the store holds several
     * @param former folder of certificates (.pem, .crt) that the organisation signed with before
     */
    record KeySettings(
            @Nullable Path pkcs12,
            @Nullable Path pkcs11Library,
            @Nullable Long slot,
            @Nullable String password,
            @Nullable Path passwordFile,
            @Nullable String pin,
            @Nullable Path pinFile,
            @Nullable String alias,
            @Nullable Path former) {

        KeySettings {
            if ((pkcs12 == null) == (pkcs11Library == null)) {
                throw new IllegalArgumentException(
                        "Name either pkcs12 or pkcs11-library for each key in sucharit.signing.keys");
            }
            if (secret(pkcs12 != null, password, pin) == null
                    && secret(pkcs12 != null, passwordFile, pinFile) == null) {
                throw new IllegalArgumentException(
                        "A key in sucharit.signing.keys needs password-file (pkcs12) or pin-file (pkcs11-library)");
            }
        }

        @Nullable
        String secret() {
            return secret(pkcs12 != null, password, pin);
        }

        @Nullable
        Path secretFile() {
            return secret(pkcs12 != null, passwordFile, pinFile);
        }

        private static <T> @Nullable T secret(boolean file, @Nullable T password, @Nullable T pin) {
            return file ? password : pin;
        }

        /** Without the password and the PIN. */
        @Override
        public String toString() {
            return pkcs12 != null ? pkcs12.toString() : pkcs11Library + " slot " + slot;
        }
    }
}
