package org.sucharit.vault;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
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
    private static final String IDENTITY_KEY = "identityKey";

    private final CaseKeyPairRepository caseKeys;
    private final GrantRepository grants;
    private final PersonKeyRepository personKeys;
    private final Vouching vouching;
    private final Recovery recovery;
    private final Latch latch;
    private final EntityManager entities;
    private final Time time;

    Vault(
            CaseKeyPairRepository caseKeys,
            GrantRepository grants,
            PersonKeyRepository personKeys,
            Vouching vouching,
            Recovery recovery,
            Latch latch,
            EntityManager entities,
            Time time) {
        this.caseKeys = caseKeys;
        this.grants = grants;
        this.personKeys = personKeys;
        this.vouching = vouching;
        this.recovery = recovery;
        this.latch = latch;
        this.entities = entities;
        this.time = time;
    }

    /** Makes the key of a new case. Nobody holds it until {@link #grant} or {@link #standBy} wraps it for somebody. */
    public CaseKey create(CaseId caseId) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        CaseKey.SealedPrivateKey pair = CaseKey.sealPrivateKey(caseId, secret, Hpke.KeyPair.generate());
        CaseKey key = new CaseKey(caseId, secret, pair, true);
        Hpke.KeyPair identity = Hpke.KeyPair.generate();
        entities.persist(new CaseKeyPair(caseId, pair, identity.publicKey(), shutIdentity(key, identity.privateKey())));
        return key;
    }

    /**
     * Puts another key in the place of a case's key, for all who hold it now; who was revoked and kept the old one has
     * kept nothing. What the old key sealed must be sealed anew in the same transaction, and the key shared among the
     * recovery sheets once more.
     */
    public CaseKey rotate(CaseKey old) {
        CaseId caseId = old.caseId();
        hold(old);
        CaseKeyPair stored = caseKeys.findByCaseId(caseId.value()).orElseThrow(Problem::notFound);
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        CaseKey.SealedPrivateKey pair = CaseKey.sealPrivateKey(caseId, secret, Hpke.KeyPair.generate());
        CaseKey key = new CaseKey(caseId, secret, pair, true);
        byte[] identity = stored.sealedIdentityKey();
        stored.rotate(pair, identity == null ? null : shutIdentity(key, identityPrivateKey(old, identity)));
        List<Grant> held = grants.findByCaseId(caseId.value());
        Map<UUID, PersonKey> people = personKeys
                .findByPersonIdIn(held.stream().map(Grant::holderId).toList())
                .stream()
                .filter(vouching::counts)
                .collect(Collectors.toMap(PersonKey::personId, person -> person));
        for (Grant grant : held) {
            PersonKey person = people.get(grant.holderId());
            if (grant.state() == Grant.State.LOST || person == null) {
                grant.lose();
            } else {
                byte[] wrapped = wrap(key, person);
                grant.rewrap(grant.latched() ? latch.shut(wrapped, context(grant)) : wrapped);
            }
        }
        recovery.forget(caseId);
        return key;
    }

    /**
     * Destroys every key of a case: nobody opens anything of it ever again. A receipt still finds the case, so that
     * its reporter gets an honest answer.
     */
    public void destroy(CaseId caseId) {
        grants.findByCaseId(caseId.value()).forEach(grants::delete);
        recovery.forget(caseId);
        caseKeys.findByCaseId(caseId.value()).orElseThrow(Problem::notFound).destroy();
    }

    /** Whether any case of the organisation was ever sealed. */
    @Transactional(readOnly = true)
    public boolean guardsAnything() {
        return caseKeys.findFirstBy().isPresent();
    }

    /** Makes a receipt for the case's reporter. It is in the returned value and nowhere else. */
    public Receipt issueReceipt(CaseId caseId) {
        Receipt receipt = Receipt.create();
        caseKeys.findByCaseId(caseId.value()).orElseThrow(Problem::notFound).answerTo(receipt);
        return receipt;
    }

    /** Wraps the key for a person who may open the case from now on. */
    public void grant(CaseKey key, PersonId holder, Ground ground) {
        Optional<Grant> held = grants.findByCaseIdAndHolderId(key.caseId().value(), holder.value());
        if (held.isPresent()) {
            if (held.get().state() == Grant.State.LOST) {
                restore(key, held.get());
            }
            open(held.get(), ground);
            return;
        }
        byte[] wrapped = wrap(key, personKey(holder));
        entities.persist(Grant.open(key.caseId(), holder, ground, wrapped, time.now()));
    }

    /**
     * Wraps the key for a person who may open the case once {@link #activate} says so; does nothing where they hold it
     * or have no key that counts.
     */
    public void standBy(CaseKey key, PersonId holder) {
        standBy(key, Set.of(holder));
    }

    /**
     * As {@link #standBy(CaseKey, PersonId)} for all of these who have a key that counts and do not hold the case's key
     * yet; in two queries, however many they are.
     */
    public void standBy(CaseKey key, Collection<PersonId> people) {
        Set<PersonId> lacking = new HashSet<>(people);
        lacking.removeAll(holders(key.caseId()));
        for (Grant grant : lost(key.caseId())) {
            if (lacking.remove(new PersonId(grant.holderId()))) {
                restore(key, grant);
            }
        }
        for (PersonKey person : personKeys.findByPersonIdIn(
                lacking.stream().map(PersonId::value).toList())) {
            if (vouching.counts(person)) {
                standBy(key, person);
            }
        }
    }

    /**
     * Wraps the key anew for those who lost it and have a key that counts again: each gets back what they had.
     *
     * @param keptOut everybody for whom the case must not exist
     */
    public void restore(CaseKey key, Set<PersonId> keptOut) {
        for (Grant grant : lost(key.caseId())) {
            if (!keptOut.contains(new PersonId(grant.holderId()))) {
                restore(key, grant);
            }
        }
    }

    private void restore(CaseKey key, Grant grant) {
        personKeys
                .findByPersonId(grant.holderId())
                .filter(vouching::counts)
                .map(person -> wrap(key, person))
                .ifPresent(wrapped -> {
                    boolean shut = grant.ground() == null;
                    grant.restore(shut ? latch.shut(wrapped, context(grant)) : wrapped, shut, time.now());
                });
    }

    private List<Grant> lost(CaseId caseId) {
        return grants.findByCaseIdAndState(caseId.value(), Grant.State.LOST);
    }

    /** The cases whose key a person lost with the key pair that it was wrapped for. */
    @Transactional(readOnly = true)
    public Set<CaseId> lostBy(PersonId person) {
        return grants.findByHolderIdAndState(person.value(), Grant.State.LOST).stream()
                .map(grant -> new CaseId(grant.caseId()))
                .collect(Collectors.toSet());
    }

    /** Whether a person held the case's key, and lost it with the key pair that it was wrapped for. */
    @Transactional(readOnly = true)
    public boolean hasLost(CaseId caseId, PersonId person) {
        return grants.findByCaseIdAndHolderIdAndState(caseId.value(), person.value(), Grant.State.LOST)
                .isPresent();
    }

    private void standBy(CaseKey key, PersonKey person) {
        PersonId holder = new PersonId(person.personId());
        byte[] shut = latch.shut(wrap(key, person), wrapContext(key.caseId(), holder));
        entities.persist(Grant.waiting(key.caseId(), holder, shut, time.now()));
    }

    private PersonKey personKey(PersonId holder) {
        return personKeys
                .findByPersonId(holder.value())
                .orElseThrow(() -> new IllegalArgumentException("Nobody can be granted a case without a key pair"));
    }

    /** @throws Problem conflict, where nobody vouched for the person's key */
    private byte[] wrap(CaseKey key, PersonKey person) {
        if (!vouching.counts(person)) {
            throw Problem.conflict("vouch.notYet");
        }
        return Hpke.seal(person.publicKey(), key.secret(), wrapContext(key.caseId(), new PersonId(person.personId())));
    }

    /**
     * Turns a standby grant into one that opens the case. Needs no key of a person, so a timer may do it.
     *
     * @return whether the person could not open the case before; false too where they hold nothing
     */
    public boolean activate(CaseId caseId, PersonId holder, Ground ground) {
        return grants.findByCaseIdAndHolderId(caseId.value(), holder.value())
                .map(grant -> open(grant, ground))
                .orElse(false);
    }

    private boolean open(Grant grant, Ground ground) {
        if (grant.state() == Grant.State.LOST) {
            return false;
        }
        if (grant.state() == Grant.State.ACTIVE) {
            grant.stand(ground);
            return false;
        }
        byte[] wrapped = grant.latched() ? latch.open(grant.wrappedKey(), context(grant)) : grant.wrappedKey();
        grant.activate(ground, wrapped, time.now());
        return true;
    }

    /**
     * Turns a grant that opens the case back into one that waits. Needs no key of a person.
     *
     * @return whether the person could open the case before
     */
    public boolean standDown(CaseId caseId, PersonId holder) {
        grants.findByCaseIdAndHolderIdAndState(caseId.value(), holder.value(), Grant.State.LOST)
                .ifPresent(Grant::settle);
        Optional<Grant> open =
                grants.findByCaseIdAndHolderIdAndState(caseId.value(), holder.value(), Grant.State.ACTIVE);
        open.ifPresent(grant -> grant.standDown(latch.shut(grant.wrappedKey(), context(grant))));
        return open.isPresent();
    }

    /** Takes the wrapped key away, whatever its state; does nothing where there is none. */
    public void revoke(CaseId caseId, PersonId holder) {
        grants.findByCaseIdAndHolderId(caseId.value(), holder.value()).ifPresent(grants::delete);
    }

    /**
     * As {@link #revoke}, where nobody is here who could open the case: its key is due to be replaced, by whoever opens
     * it next.
     *
     * @return whether the person held anything of it
     */
    public boolean revokeForNow(CaseId caseId, PersonId holder) {
        Optional<Grant> held = grants.findByCaseIdAndHolderId(caseId.value(), holder.value());
        held.ifPresent(grant -> {
            grants.delete(grant);
            caseKeys.findByCaseId(caseId.value()).ifPresent(CaseKeyPair::becomeDue);
        });
        return held.isPresent();
    }

    /** Whether somebody lost the key and it was not replaced yet. */
    @Transactional(readOnly = true)
    public boolean isDueForReplacement(CaseId caseId) {
        return caseKeys.findByCaseId(caseId.value()).map(CaseKeyPair::isDue).orElse(false);
    }

    /** Those who hold the key, those on standby among them. */
    @Transactional(readOnly = true)
    public Set<PersonId> holders(CaseId caseId) {
        Set<PersonId> holders = new HashSet<>();
        for (Grant grant : grants.findByCaseId(caseId.value())) {
            if (grant.state() != Grant.State.LOST) {
                holders.add(new PersonId(grant.holderId()));
            }
        }
        return holders;
    }

    /** Those who can open the case today. */
    @Transactional(readOnly = true)
    public Set<PersonId> readers(CaseId caseId) {
        return grounds(caseId).keySet();
    }

    /** Those who can open the case today, each with the reason why. */
    @Transactional(readOnly = true)
    public Map<PersonId, Ground> grounds(CaseId caseId) {
        Map<PersonId, Ground> grounds = new HashMap<>();
        for (Grant grant : grants.findByCaseId(caseId.value())) {
            if (grant.state() == Grant.State.ACTIVE) {
                grounds.put(new PersonId(grant.holderId()), Objects.requireNonNull(grant.ground()));
            }
        }
        return grounds;
    }

    /** The cases whose key a person holds, those on standby among them; the latest first. */
    @Transactional(readOnly = true)
    public List<CaseId> heldBy(PersonId holder) {
        return grants.findByHolderIdOrderByGrantedAtDesc(holder.value()).stream()
                .filter(grant -> grant.state() != Grant.State.LOST)
                .map(grant -> new CaseId(grant.caseId()))
                .toList();
    }

    /** How many cases only this person holds, that no key sheets would bring back either. */
    @Transactional(readOnly = true)
    public long heldByNobodyElse(PersonId holder) {
        return grants.heldByNobodyElse(holder.value());
    }

    /** As {@link #heldBy}, with those whose key they lost. */
    @Transactional(readOnly = true)
    public List<CaseId> heldOrLostBy(PersonId holder) {
        return grants.findByHolderIdOrderByGrantedAtDesc(holder.value()).stream()
                .map(grant -> new CaseId(grant.caseId()))
                .toList();
    }

    /** The cases whose key the holder has and the other never had; the latest first. */
    @Transactional(readOnly = true)
    public List<CaseId> heldWithout(PersonId holder, PersonId other) {
        return grants.heldWithout(holder.value(), other.value()).stream()
                .map(CaseId::new)
                .toList();
    }

    /** Everybody who holds the key of any case, or lost it. */
    @Transactional(readOnly = true)
    public Set<PersonId> everyHolder() {
        return grants.everyHolder().stream().map(PersonId::new).collect(Collectors.toSet());
    }

    /** Of these people, those who have a key that counts and so can be granted a case. */
    @Transactional(readOnly = true)
    public Set<PersonId> enrolled(Collection<PersonId> people) {
        Set<PersonId> enrolled = new HashSet<>();
        for (PersonKey key :
                personKeys.findByPersonIdIn(people.stream().map(PersonId::value).toList())) {
            if (vouching.counts(key)) {
                enrolled.add(new PersonId(key.personId()));
            }
        }
        return enrolled;
    }

    /** @throws Problem not found, where the officer holds no active grant or the case was never there */
    @Transactional(readOnly = true)
    public CaseKey open(Officer officer, CaseId caseId) {
        return grants.findByCaseIdAndHolderIdAndState(
                        caseId.value(), officer.id().value(), Grant.State.ACTIVE)
                .map(grant -> open(officer, grant))
                .orElseThrow(Problem::notFound);
    }

    private CaseKey open(Officer officer, Grant grant) {
        CaseId caseId = new CaseId(grant.caseId());
        CaseKeyPair pair = caseKeys.findByCaseId(caseId.value()).orElseThrow(Problem::notFound);
        byte[] context = wrapContext(caseId, officer.id());
        byte[] wrapped = grant.latched() ? latch.open(grant.wrappedKey(), context) : grant.wrappedKey();
        try {
            byte[] secret = Hpke.open(officer.keys(), wrapped, context);
            return new CaseKey(caseId, secret, pair.sealedPrivateKey(), false);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A grant of case " + caseId + " does not open", e);
        }
    }

    /**
     * Until the transaction ends nobody puts another key in the place of this one, so that what it seals stays readable.
     *
     * @throws Problem conflict, where somebody has since it was opened
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(CaseKey key) {
        if (!key.isNew() && !Arrays.equals(held(key.caseId()), key.publicKey())) {
            throw Problem.conflict("case.keyChanged");
        }
    }

    private byte[] held(CaseId caseId) {
        Object publicKey = entities.createNativeQuery(
                        "select public_key from case_key where organisation_id = ? and case_id = ? for update",
                        byte[].class)
                .setParameter(1, CurrentOrganisation.get().value())
                .setParameter(2, caseId.value())
                .getSingleResultOrNull();
        if (publicKey == null) {
            throw Problem.notFound();
        }
        return (byte[]) publicKey;
    }

    /** Seals to a case without being able to open it. */
    public Sealed sealTo(CaseId caseId, String field, byte[] plaintext) {
        return Sealed.of(Sealed.TO_CASE, Hpke.seal(held(caseId), plaintext, CaseKey.binding(caseId, field)));
    }

    /**
     * Opens a case that may only wait for the officer, so as to wrap its key for who comes after them.
     *
     * @throws Problem not found, where the officer holds nothing of it
     */
    @Transactional(readOnly = true)
    public CaseKey openToHandOver(Officer officer, CaseId caseId) {
        return grants.findByCaseIdAndHolderId(caseId.value(), officer.id().value())
                .filter(grant -> grant.state() != Grant.State.LOST)
                .map(grant -> open(officer, grant))
                .orElseThrow(Problem::notFound);
    }

    /** Seals to the envelope that holds who reported, without being able to open it. */
    @Transactional(readOnly = true)
    public Sealed sealToIdentity(CaseId caseId, String field, byte[] plaintext) {
        CaseKeyPair pair = caseKeys.findByCaseId(caseId.value()).orElseThrow(Problem::notFound);
        byte[] envelope = pair.identityPublicKey();
        return envelope == null
                ? sealTo(caseId, field, plaintext)
                : Sealed.of(Sealed.TO_IDENTITY, Hpke.seal(envelope, plaintext, IdentityKey.binding(caseId, field)));
    }

    /**
     * Opens the envelope that holds who reported. It takes the case key and the installation's key together, so nobody
     * opens it past the program, which enters each opening in the register.
     */
    @Transactional(readOnly = true)
    public IdentityKey openIdentity(CaseKey key) {
        CaseKeyPair pair = caseKeys.findByCaseId(key.caseId().value()).orElseThrow(Problem::notFound);
        byte[] envelope = pair.identityPublicKey();
        byte[] shut = pair.sealedIdentityKey();
        return envelope == null || shut == null
                ? new IdentityKey(
                        key, new Hpke.KeyPair(new byte[0], new byte[0])) // all of it is sealed by the case key
                : new IdentityKey(key, new Hpke.KeyPair(envelope, identityPrivateKey(key, shut)));
    }

    private byte[] shutIdentity(CaseKey key, byte[] privateKey) {
        return latch.shut(key.box(IDENTITY_KEY, privateKey), CaseKey.binding(key.caseId(), IDENTITY_KEY));
    }

    private byte[] identityPrivateKey(CaseKey key, byte[] shut) {
        return key.unbox(IDENTITY_KEY, latch.open(shut, CaseKey.binding(key.caseId(), IDENTITY_KEY)));
    }

    /**
     * Seals to the own key of one person, who opens it with {@link OwnSecret#open}; a case's key does not.
     *
     * @throws Problem conflict, where nobody vouched for the person's key or they have none
     */
    @Transactional(readOnly = true)
    public byte[] sealToPerson(PersonId holder, String purpose, byte[] plaintext) {
        PersonKey person = personKeys
                .findByPersonId(holder.value())
                .filter(vouching::counts)
                .orElseThrow(() -> Problem.conflict("vouch.notYet"));
        return Hpke.seal(person.publicKey(), plaintext, OwnSecret.context(holder, purpose));
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

    /**
     * Seals to the reporter's receipt, which alone opens it again.
     *
     * @param field names the value within its case
     * @throws Problem not found, where no receipt was given out
     */
    @Transactional(readOnly = true)
    public Sealed sealToReporter(CaseId caseId, String field, byte[] plaintext) {
        byte[] key = caseKeys.findByCaseId(caseId.value())
                .flatMap(pair -> Optional.ofNullable(pair.reporterPublicKey()))
                .orElseThrow(Problem::notFound);
        return Sealed.of(Sealed.TO_REPORTER, Hpke.seal(key, plaintext, ReporterKey.binding(caseId, field)));
    }

    private static byte[] context(Grant grant) {
        return wrapContext(new CaseId(grant.caseId()), new PersonId(grant.holderId()));
    }

    private static byte[] wrapContext(CaseId caseId, PersonId holder) {
        UUID organisation = CurrentOrganisation.get().value();
        return ("sucharit/v1/grant/" + organisation + "/" + caseId + "/" + holder).getBytes(StandardCharsets.UTF_8);
    }
}
