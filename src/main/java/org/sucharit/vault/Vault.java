package org.sucharit.vault;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/**
 * Case keys and who holds them. Everything here works within the current organisation. A person without an active
 * grant gets {@link Problem#notFound()}, the answer for a case that was never there.
 */
@Component
@Transactional
public class Vault {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final CaseKeyPairRepository caseKeys;
    private final GrantRepository grants;
    private final PersonKeyRepository personKeys;
    private final EntityManager entities;
    private final Time time;

    Vault(
            CaseKeyPairRepository caseKeys,
            GrantRepository grants,
            PersonKeyRepository personKeys,
            EntityManager entities,
            Time time) {
        this.caseKeys = caseKeys;
        this.grants = grants;
        this.personKeys = personKeys;
        this.entities = entities;
        this.time = time;
    }

    /** Makes the key of a new case. Nobody holds it until {@link #grant} or {@link #standBy} wraps it for somebody. */
    public CaseKey create(CaseId caseId) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        CaseKey.SealedPrivateKey pair = CaseKey.sealPrivateKey(caseId, secret, Hpke.KeyPair.generate());
        entities.persist(new CaseKeyPair(caseId, pair));
        return new CaseKey(caseId, secret, pair);
    }

    /** Makes a receipt for the case's reporter. It is in the returned value and nowhere else. */
    public Receipt issueReceipt(CaseId caseId) {
        Receipt receipt = Receipt.create();
        caseKeys.findByCaseId(caseId.value()).orElseThrow(Problem::notFound).answerTo(receipt);
        return receipt;
    }

    /** Wraps the key for a person who may open the case from now on. */
    public void grant(CaseKey key, PersonId holder) {
        wrap(key, holder, Grant.State.ACTIVE);
    }

    /** Wraps the key for a person who may open the case once {@link #activate} says so. */
    public void standBy(CaseKey key, PersonId holder) {
        wrap(key, holder, Grant.State.STANDBY);
    }

    /**
     * As {@link #standBy(CaseKey, PersonId)} for all of these who have a key pair and do not hold the case's key yet; in
     * two queries, however many they are.
     */
    public void standBy(CaseKey key, Collection<PersonId> people) {
        Set<PersonId> lacking = new HashSet<>(people);
        lacking.removeAll(holders(key.caseId()));
        for (PersonKey person : personKeys.findByPersonIdIn(
                lacking.stream().map(PersonId::value).toList())) {
            wrap(key, person, Grant.State.STANDBY);
        }
    }

    private void wrap(CaseKey key, PersonId holder, Grant.State state) {
        Optional<Grant> held = grants.findByCaseIdAndHolderId(key.caseId().value(), holder.value());
        if (held.isPresent()) {
            if (state == Grant.State.ACTIVE) {
                held.get().activate(time.now());
            }
            return;
        }
        PersonKey person = personKeys
                .findByPersonId(holder.value())
                .orElseThrow(() -> new IllegalArgumentException("Nobody can be granted a case without a key pair"));
        wrap(key, person, state);
    }

    private void wrap(CaseKey key, PersonKey person, Grant.State state) {
        PersonId holder = new PersonId(person.personId());
        byte[] wrapped = Hpke.seal(person.publicKey(), key.secret(), wrapContext(key.caseId(), holder));
        entities.persist(new Grant(key.caseId(), holder, state, wrapped, time.now()));
    }

    /**
     * Turns a standby grant into one that opens the case. Needs no key, so a timer may do it.
     *
     * @return whether the person could not open the case before; false too where they hold nothing
     */
    public boolean activate(CaseId caseId, PersonId holder) {
        return grants.findByCaseIdAndHolderId(caseId.value(), holder.value())
                .map(grant -> grant.activate(time.now()))
                .orElse(false);
    }

    /** Takes the wrapped key away, whatever its state; does nothing where there is none. */
    public void revoke(CaseId caseId, PersonId holder) {
        grants.findByCaseIdAndHolderId(caseId.value(), holder.value()).ifPresent(grants::delete);
    }

    /** Destroys the key of a case and all that was wrapped of it: nothing sealed to it can ever be opened again. */
    public void destroy(CaseId caseId) {
        grants.findByCaseId(caseId.value()).forEach(grants::delete);
        caseKeys.findByCaseId(caseId.value()).ifPresent(entities::remove);
        entities.flush();
    }

    /** Those who hold the key, those on standby among them. */
    @Transactional(readOnly = true)
    public Set<PersonId> holders(CaseId caseId) {
        Set<PersonId> holders = new HashSet<>();
        grants.findByCaseId(caseId.value()).forEach(grant -> holders.add(new PersonId(grant.holderId())));
        return holders;
    }

    /** Those who can open the case today. */
    @Transactional(readOnly = true)
    public Set<PersonId> readers(CaseId caseId) {
        Set<PersonId> readers = new HashSet<>();
        for (Grant grant : grants.findByCaseId(caseId.value())) {
            if (grant.state() == Grant.State.ACTIVE) {
                readers.add(new PersonId(grant.holderId()));
            }
        }
        return readers;
    }

    /** Of these people, those who have a key pair and so can be granted a case. */
    @Transactional(readOnly = true)
    public Set<PersonId> enrolled(Collection<PersonId> people) {
        Set<PersonId> enrolled = new HashSet<>();
        for (PersonKey key :
                personKeys.findByPersonIdIn(people.stream().map(PersonId::value).toList())) {
            enrolled.add(new PersonId(key.personId()));
        }
        return enrolled;
    }

    /** @throws Problem not found, where the officer holds no active grant or the case was never there */
    @Transactional(readOnly = true)
    public CaseKey open(Officer officer, CaseId caseId) {
        Grant grant = grants.findByCaseIdAndHolderIdAndState(
                        caseId.value(), officer.id().value(), Grant.State.ACTIVE)
                .orElseThrow(Problem::notFound);
        CaseKeyPair pair = caseKeys.findByCaseId(caseId.value()).orElseThrow(Problem::notFound);
        try {
            byte[] secret = Hpke.open(officer.keys(), grant.wrappedKey(), wrapContext(caseId, officer.id()));
            return new CaseKey(caseId, secret, pair.sealedPrivateKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A grant of case " + caseId + " does not open", e);
        }
    }

    /** Seals to a case without being able to open it. */
    @Transactional(readOnly = true)
    public Sealed sealTo(CaseId caseId, String field, byte[] plaintext) {
        CaseKeyPair pair = caseKeys.findByCaseId(caseId.value()).orElseThrow(Problem::notFound);
        return Sealed.of(Sealed.TO_CASE, Hpke.seal(pair.publicKey(), plaintext, CaseKey.binding(caseId, field)));
    }

    /** @return the case that this receipt was given for */
    @Transactional(readOnly = true)
    public Optional<CaseId> find(Receipt receipt) {
        return caseKeys.findByReporterLookup(receipt.lookup()).map(pair -> new CaseId(pair.caseId()));
    }

    /** Whether a receipt was given out, so that the reporter can read what is sealed to them. */
    @Transactional(readOnly = true)
    public boolean reachesReporter(CaseId caseId) {
        return caseKeys.findByCaseId(caseId.value())
                .map(pair -> pair.reporterPublicKey() != null)
                .orElse(false);
    }

    /** Seals a message to the reporter; nothing where no receipt was given out. */
    @Transactional(readOnly = true)
    public Optional<Sealed> sealToReporter(CaseId caseId, String text) {
        return caseKeys.findByCaseId(caseId.value())
                .flatMap(pair -> Optional.ofNullable(pair.reporterPublicKey()))
                .map(key -> Sealed.of(
                        Sealed.TO_CASE,
                        Hpke.seal(key, text.getBytes(StandardCharsets.UTF_8), CaseKey.binding(caseId, "reporter"))));
    }

    /** Opens what {@link #sealToReporter} sealed. */
    public String openByReceipt(Receipt receipt, CaseId caseId, Sealed sealed) {
        try {
            byte[] plain = Hpke.open(receipt.keys(), sealed.ciphertext(), CaseKey.binding(caseId, "reporter"));
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A message of case " + caseId + " does not open", e);
        }
    }

    private static byte[] wrapContext(CaseId caseId, PersonId holder) {
        UUID organisation = CurrentOrganisation.get().value();
        return ("sucharit/v1/grant/" + organisation + "/" + caseId + "/" + holder).getBytes(StandardCharsets.UTF_8);
    }
}
