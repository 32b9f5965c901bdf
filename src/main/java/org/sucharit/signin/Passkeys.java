package org.sucharit.signin;

import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.VerificationException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.People;

/**
 * Passkeys (W3C WebAuthn) as a second factor. A passkey belongs to the host in whose name it was made: a page elsewhere
 * that looks like ours gets no answer that would hold here.
 */
@Component
class Passkeys {

    /**
     * What the page's script asks the browser for.
     *
     * @param ids of the passkeys that count, or that need not be made again; base64url, separated by blanks
     */
    record Ask(String challenge, String host, String user, String username, String ids) {}

    private static final String CHALLENGE = "challenge";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final SecondFactors factors;
    private final People people;

    Passkeys(SecondFactors factors, People people) {
        this.factors = factors;
        this.people = people;
    }

    /** What makes a new passkey. */
    Ask offer(PersonId person, String username, HttpServletRequest request) {
        PasskeyOwner owner = new PasskeyOwner(person, username, factors.passkeys(person));
        return ask(owner, request);
    }

    /** What shows a passkey; nothing where the person has none. */
    Optional<Ask> ask(PersonId person, HttpServletRequest request) {
        PasskeyOwner owner = owner(person);
        return owner.isEmpty() ? Optional.empty() : Optional.of(ask(owner, request));
    }

    boolean sent(HttpServletRequest request) {
        String sent = request.getParameter("credential");
        return sent != null && !sent.isEmpty();
    }

    /** @throws Problem invalid, where the answer is not one to the offer just made here */
    Passkey read(PersonId person, String username, HttpServletRequest request) {
        PasskeyOwner owner = new PasskeyOwner(person, username, factors.passkeys(person));
        PublicKeyCredentialCreationOptions options = PublicKeyCredentialCreationOptions.builder()
                .rp(party(request))
                .user(owner.user())
                .challenge(challenge(request))
                .pubKeyCredParams(
                        PublicKeyCredentialParameters.EdDSA,
                        PublicKeyCredentialParameters.ES256,
                        PublicKeyCredentialParameters.RS256)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .residentKey(ResidentKeyRequirement.DISCOURAGED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .timeout(PATIENCE)
                .build();
        try {
            Bytes id = bytes(request, "credential");
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    PublicKeyCredential.<AuthenticatorAttestationResponse>builder()
                            .id(id.toBase64UrlString())
                            .rawId(id)
                            .type(PublicKeyCredentialType.PUBLIC_KEY)
                            .response(AuthenticatorAttestationResponse.builder()
                                    .attestationObject(bytes(request, "attestation"))
                                    .clientDataJSON(bytes(request, "client"))
                                    .transports(transports(request))
                                    .build())
                            .build();
            CredentialRecord record = operations(owner, request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            options, new RelyingPartyPublicKey(made, username)));
            return new Passkey(
                    record.getCredentialId().getBytes(),
                    record.getPublicKey().getBytes(),
                    bytes(request, "attestation").getBytes(),
                    transports(request).stream()
                            .map(AuthenticatorTransport::getValue)
                            .collect(Collectors.joining(",")),
                    record.isBackupEligible(),
                    record.getSignatureCount());
        } catch (WebAuthnException | IllegalArgumentException refused) {
            throw Problem.invalid("label", "factor.passkey");
        }
    }

    /** @return the kind of factor, where the answer is one to what was just asked, by a passkey of this person */
    Optional<String> verify(PersonId person, HttpServletRequest request) {
        PasskeyOwner owner = owner(person);
        PublicKeyCredentialRequestOptions options = PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge(request))
                .rpId(request.getServerName())
                .allowCredentials(owner.descriptors())
                .userVerification(UserVerificationRequirement.PREFERRED)
                .timeout(PATIENCE)
                .build();
        try {
            Bytes id = bytes(request, "credential");
            SecondFactor factor = owner.factor(id);
            if (factor == null) {
                return Optional.empty();
            }
            PublicKeyCredential<AuthenticatorAssertionResponse> shown =
                    PublicKeyCredential.<AuthenticatorAssertionResponse>builder()
                            .id(id.toBase64UrlString())
                            .rawId(id)
                            .type(PublicKeyCredentialType.PUBLIC_KEY)
                            .response(AuthenticatorAssertionResponse.builder()
                                    .authenticatorData(bytes(request, "authenticator"))
                                    .clientDataJSON(bytes(request, "client"))
                                    .signature(bytes(request, "signature"))
                                    .build())
                            .build();
            operations(owner, request).authenticate(new RelyingPartyAuthenticationRequest(options, shown));
            long before = owner.count(id);
            long now = owner.saved().getSignatureCount();
            if (now <= before && (now > 0 || before > 0)) {
                return Optional.empty(); // somebody has a copy of the key: one of the two counts is behind
            }
            factors.used(factor, now);
            return Optional.of(SecondFactor.Kind.PASSKEY.name());
        } catch (VerificationException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }

    private PasskeyOwner owner(PersonId person) {
        return new PasskeyOwner(person, people.get(person).username(), factors.passkeys(person));
    }

    private static Ask ask(PasskeyOwner owner, HttpServletRequest request) {
        Bytes challenge = Bytes.random();
        request.getSession().setAttribute(CHALLENGE, challenge.toBase64UrlString());
        return new Ask(
                challenge.toBase64UrlString(),
                request.getServerName(),
                owner.user().getId().toBase64UrlString(),
                owner.user().getName(),
                owner.descriptors().stream()
                        .map(known -> Objects.requireNonNull(known.getId()).toBase64UrlString())
                        .collect(Collectors.joining(" ")));
    }

    /** Each challenge is answered once. */
    private static Bytes challenge(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(CHALLENGE) instanceof String asked) {
            session.removeAttribute(CHALLENGE);
            return Bytes.fromBase64(asked);
        }
        return Bytes.random(); // which nobody has answered
    }

    private static Webauthn4JRelyingPartyOperations operations(PasskeyOwner owner, HttpServletRequest request) {
        return new Webauthn4JRelyingPartyOperations(owner, owner, party(request), Set.of(origin(request)));
    }

    private static PublicKeyCredentialRpEntity party(HttpServletRequest request) {
        return PublicKeyCredentialRpEntity.builder()
                .id(request.getServerName())
                .name("Sucharit")
                .build();
    }

    private static String origin(HttpServletRequest request) {
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? 443 : 80);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    private static List<AuthenticatorTransport> transports(HttpServletRequest request) {
        String sent = request.getParameter("transports");
        Set<String> known = Stream.of(AuthenticatorTransport.values())
                .map(AuthenticatorTransport::getValue)
                .collect(Collectors.toSet());
        return sent == null
                ? List.of()
                : Stream.of(sent.split(","))
                        .filter(known::contains)
                        .distinct()
                        .map(AuthenticatorTransport::valueOf)
                        .toList();
    }

    private static Bytes bytes(HttpServletRequest request, String field) {
        String sent = request.getParameter(field);
        return Bytes.fromBase64(sent == null ? "" : sent);
    }
}
