package org.sucharit.signin;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.sucharit.kernel.PersonId;

/**
 * One person's passkeys as Spring Security asks for them: whatever it looks for, it finds this person's and nobody
 * else's.
 */
final class PasskeyOwner implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private final PublicKeyCredentialUserEntity user;
    private final Map<Bytes, SecondFactor> factors;
    private final List<CredentialRecord> made = new ArrayList<>();

    PasskeyOwner(PersonId person, String username, List<SecondFactor> passkeys) {
        this.user = ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(person))
                .name(username)
                .displayName(username)
                .build();
        this.factors = passkeys.stream()
                .filter(factor -> factor.passkey() != null)
                .collect(Collectors.toMap(factor -> new Bytes(passkey(factor).credentialId()), factor -> factor));
    }

    PublicKeyCredentialUserEntity user() {
        return user;
    }

    boolean isEmpty() {
        return factors.isEmpty();
    }

    @Nullable SecondFactor factor(Bytes credentialId) {
        return factors.get(credentialId);
    }

    List<PublicKeyCredentialDescriptor> descriptors() {
        return factors.keySet().stream()
                .map(id -> PublicKeyCredentialDescriptor.builder()
                        .id(id)
                        .type(PublicKeyCredentialType.PUBLIC_KEY)
                        .build())
                .toList();
    }

    /** What was saved last: the passkey just made, or just used. */
    CredentialRecord saved() {
        return made.getLast();
    }

    @Override
    public void delete(Bytes credentialId) {
        throw new UnsupportedOperationException("Passkeys are removed by their owner only");
    }

    @Override
    public void save(CredentialRecord record) {
        made.add(record);
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        SecondFactor factor = factors.get(credentialId);
        return factor == null ? null : record(factor);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return userId.equals(user.getId())
                ? factors.values().stream().map(this::record).toList()
                : List.of();
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return id.equals(user.getId()) ? user : null;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return username.equals(user.getName()) ? user : null;
    }

    @Override
    public void save(PublicKeyCredentialUserEntity unchanged) {}

    private CredentialRecord record(SecondFactor factor) {
        Passkey passkey = passkey(factor);
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(passkey.credentialId()))
                .userEntityUserId(user.getId())
                .publicKey(new ImmutablePublicKeyCose(passkey.publicKey()))
                .attestationObject(new Bytes(passkey.attestation()))
                .signatureCount(passkey.signatureCount())
                .uvInitialized(false)
                .backupEligible(passkey.backupEligible())
                .backupState(passkey.backupEligible())
                .transports(Stream.of(passkey.transports().split(","))
                        .filter(name -> !name.isEmpty())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .label(factor.view().label())
                .created(factor.view().addedAt())
                .build();
    }

    private static Passkey passkey(SecondFactor factor) {
        Passkey passkey = factor.passkey();
        if (passkey == null) {
            throw new IllegalStateException("Not a passkey");
        }
        return passkey;
    }

    private static Bytes handle(PersonId person) {
        UUID id = person.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
