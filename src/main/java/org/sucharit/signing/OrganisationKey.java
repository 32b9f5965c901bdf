package org.sucharit.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.jspecify.annotations.Nullable;
import org.sucharit.signing.Signed.Reason;
import org.sucharit.signing.SigningSettings.KeySettings;

/** An organisation's key, opened once, at the first need, and kept open. Safe for use by many threads. */
final class OrganisationKey {

    /** An opened key with its certificate, and the certificates above that, as far as the store holds them. */
    record Open(PrivateKey key, @Nullable Provider provider, List<X509Certificate> chain) {

        X509Certificate certificate() {
            return chain.getFirst();
        }

        /** @param algorithm as the JCA names it */
        byte[] sign(String algorithm, byte[] bytes) throws GeneralSecurityException {
            Signature signature =
                    provider == null ? Signature.getInstance(algorithm) : Signature.getInstance(algorithm, provider);
            signature.initSign(key);
            signature.update(bytes);
            return signature.sign();
        }
    }

    private final String organisation;
    private final KeySettings settings;
    private final List<X509Certificate> former;
    private @Nullable Open open;
    private @Nullable KeyUnusable refused;

    /** @throws IllegalStateException where the folder of former certificates cannot be read */
    OrganisationKey(String organisation, KeySettings settings) {
        this.organisation = organisation;
        this.settings = settings;
        this.former = settings.former() == null ? List.of() : Certificates.in(settings.former());
    }

    /** The key, with a certificate that is valid at that time. */
    Open usable(Instant at) throws KeyUnusable {
        Open key = open();
        X509Certificate certificate = key.certificate();
        if (at.isAfter(certificate.getNotAfter().toInstant())) {
            throw new KeyUnusable(Reason.EXPIRED, "The certificate expired on " + certificate.getNotAfter());
        }
        if (at.isBefore(certificate.getNotBefore().toInstant())) {
            throw new KeyUnusable(Reason.NOT_YET_VALID, "The certificate is valid from " + certificate.getNotBefore());
        }
        return key;
    }

    /** The certificates that this organisation signs and signed with, the present one first; none where the key does not open. */
    List<List<X509Certificate>> chains() {
        List<List<X509Certificate>> chains = new ArrayList<>();
        try {
            chains.add(open().chain());
        } catch (KeyUnusable known) {
            // Told at the start and whenever something is to be signed; what was signed before is checked without it.
        }
        former.forEach(certificate -> chains.add(List.of(certificate)));
        return chains;
    }

    /** Lets the key be opened anew, as where a token was pulled out and put back. */
    synchronized void forget() {
        open = null;
    }

    private synchronized Open open() throws KeyUnusable {
        if (open != null) {
            return open;
        }
        if (refused != null) {
            throw refused;
        }
        try {
            open = pick(settings.pkcs12() != null ? file(settings.pkcs12()) : token(), secret());
            return open;
        } catch (KeyUnusable unusable) {
            if (unusable.reason() == Reason.WRONG_PASSWORD) {
                refused = unusable;
            }
            throw unusable;
        }
    }

    private record Store(KeyStore keys, @Nullable Provider provider) {}

    private Store file(Path file) throws KeyUnusable {
        try (var in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, secret());
            return new Store(keys, null);
        } catch (IOException | GeneralSecurityException e) {
            throw causedBy(e, UnrecoverableKeyException.class)
                    ? new KeyUnusable(Reason.WRONG_PASSWORD, "The password does not open " + file, e)
                    : new KeyUnusable(Reason.UNREADABLE, "Cannot read " + file + " as PKCS#12", e);
        }
    }

    private Store token() throws KeyUnusable {
        try {
            Provider sun =
                    Objects.requireNonNull(Security.getProvider("SunPKCS11"), "This Java lacks jdk.crypto.cryptoki");
            Provider provider = sun.configure("--name = sucharit-" + organisation
                    + "\nlibrary = \"" + settings.pkcs11Library() + "\""
                    + (settings.slot() == null ? "\nslotListIndex = 0" : "\nslot = " + settings.slot()));
            KeyStore keys = KeyStore.getInstance("PKCS11", provider);
            keys.load(null, secret());
            return new Store(keys, provider);
        } catch (IOException | GeneralSecurityException | ProviderException | InvalidParameterException e) {
            throw causedBy(e, FailedLoginException.class) || causedBy(e, LoginException.class)
                    ? new KeyUnusable(Reason.WRONG_PASSWORD, "The PIN does not open the token " + settings, e)
                    : new KeyUnusable(Reason.UNREADABLE, "Cannot reach the token " + settings, e);
        }
    }

    private Open pick(Store store, char[] secret) throws KeyUnusable {
        try {
            List<String> aliases = settings.alias() != null
                    ? List.of(settings.alias())
                    : Collections.list(store.keys().aliases()).stream()
                            .filter(alias -> isKey(store.keys(), alias))
                            .toList();
            if (aliases.size() != 1) {
                throw new KeyUnusable(
                        Reason.NO_SUCH_KEY,
                        settings + " holds " + aliases.size()
                                + " private keys: one is needed, or alias must name it; there are " + aliases);
            }
            String alias = aliases.getFirst();
            Certificate[] chain = store.keys().getCertificateChain(alias);
            if (!(store.keys().getKey(alias, secret) instanceof PrivateKey key) || chain == null || chain.length == 0) {
                throw new KeyUnusable(
                        Reason.NO_SUCH_KEY, settings + " holds no private key with a certificate named " + alias);
            }
            return new Open(
                    key,
                    store.provider(),
                    Arrays.stream(chain).map(X509Certificate.class::cast).toList());
        } catch (UnrecoverableKeyException e) {
            throw new KeyUnusable(Reason.WRONG_PASSWORD, "The password does not open the key in " + settings, e);
        } catch (GeneralSecurityException | ProviderException e) {
            throw new KeyUnusable(Reason.UNREADABLE, "Cannot take the key out of " + settings, e);
        }
    }

    private static boolean isKey(KeyStore keys, String alias) {
        try {
            return keys.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            throw new ProviderException(e);
        }
    }

    private char[] secret() throws KeyUnusable {
        if (settings.secret() != null) {
            return settings.secret().toCharArray();
        }
        Path file = Objects.requireNonNull(settings.secretFile());
        try {
            return Files.readString(file, UTF_8).strip().toCharArray();
        } catch (IOException e) {
            throw new KeyUnusable(Reason.UNREADABLE, "Cannot read the password file " + file, e);
        }
    }

    private static boolean causedBy(@Nullable Throwable e, Class<? extends Throwable> kind) {
        return e != null && (kind.isInstance(e) || causedBy(e.getCause(), kind));
    }
}
