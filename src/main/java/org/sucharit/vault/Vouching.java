package org.sucharit.vault;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/**
 * Whose keys count. A key made while the organisation guards no case counts at once; any later one only after a
 * colleague has vouched that it is the person's own, by the number that the person reads from their own screen. The word
 * is bound to the public key with the installation key, so neither another key nor another word can be put in its place
 * in the database.
 */
@Component
@Transactional
public class Vouching {

    private static final Logger log = LoggerFactory.getLogger(Vouching.class);

    /** Digits of the number that is read out. */
    public static final int DIGITS = 12;

    private static final BigInteger NUMBERS = BigInteger.TEN.pow(DIGITS);

    /** What a person's key is worth. */
    public enum State {
        /** No key pair at all. */
        NONE,
        /** Only the password that somebody else set: the key pair is made when they choose their own. */
        FIRST_PASSWORD,
        /** Theirs, but nobody has vouched for it yet. */
        WAITING,
        VOUCHED,
        /** Vouched for, and changed behind the program's back since. */
        CHANGED
    }

    private final PersonKeyRepository keys;
    private final CaseKeyPairRepository caseKeys;
    private final InstallationKey installation;
    private final Time time;
    private final WrongNumbers wrongNumbers = new WrongNumbers();

    Vouching(PersonKeyRepository keys, CaseKeyPairRepository caseKeys, InstallationKey installation, Time time) {
        this.keys = keys;
        this.caseKeys = caseKeys;
        this.installation = installation;
        this.time = time;
    }

    /** The number of the key that is open in the officer's own session, in three groups of four. */
    public String number(Officer officer) {
        return number(officer.id(), officer.keys().publicKey()).replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Transactional(readOnly = true)
    public State state(PersonId person) {
        return keys.findByPersonId(person.value()).map(this::state).orElse(State.NONE);
    }

    /** Of those of these people who have a key pair. */
    @Transactional(readOnly = true)
    public Map<PersonId, State> states(Collection<PersonId> people) {
        Map<PersonId, State> states = new HashMap<>();
        for (PersonKey key :
                keys.findByPersonIdIn(people.stream().map(PersonId::value).toList())) {
            states.put(new PersonId(key.personId()), state(key));
        }
        return states;
    }

    /**
     * Vouches for a person's key. Three wrong numbers, and there is a pause of a quarter of an hour for this voucher.
     *
     * @param typed the number that the person read out; blanks, hyphens and Thai digits are accepted
     * @throws Problem conflict, where the person has no key pair of their own yet, or it is vouched for; invalid, where
     *     the number is another; too many, during the pause
     */
    public void vouch(PersonId voucher, PersonId person, String typed) {
        PersonKey key = keys.findByPersonId(person.value()).orElseThrow(() -> Problem.conflict("vouch.noKey"));
        switch (state(key)) {
            case NONE, FIRST_PASSWORD -> throw Problem.conflict("vouch.noKey");
            case VOUCHED -> throw Problem.conflict("vouch.already");
            case WAITING, CHANGED -> {}
        }
        Instant until = wrongNumbers.mayTryAgain(voucher, person);
        if (time.now().isBefore(until)) {
            throw Problem.of(Problem.Kind.TOO_MANY, "vouch.wait", until);
        }
        if (!number(person, key.publicKey()).equals(digits(typed))) {
            wrongNumbers.count(voucher, person, time.now());
            throw Problem.invalid("number", "vouch.wrong");
        }
        vouch(key, voucher);
    }

    /**
     * Vouches for a key without its number.
     *
     * @param voucher whose recovery sheet it was, of the first of so many as are needed, lying there at the same time
     */
    public void vouchBySheets(PersonId voucher, Officer officer) {
        PersonKey key = keys.findByPersonId(officer.id().value()).orElseThrow(Problem::notFound);
        if (!MessageDigest.isEqual(key.publicKey(), officer.keys().publicKey()) || key.temporary()) {
            throw Problem.conflict("vouch.noKey");
        }
        vouch(key, voucher);
    }

    /** Whether the key that is open in this session is the person's own and counts. */
    @Transactional(readOnly = true)
    public boolean counts(Officer officer) {
        return keys.findByPersonId(officer.id().value())
                .filter(key ->
                        MessageDigest.isEqual(key.publicKey(), officer.keys().publicKey()))
                .filter(this::counts)
                .isPresent();
    }

    /** Everybody of the organisation who has a key pair of their own that does not count. */
    @Transactional(readOnly = true)
    public Map<PersonId, State> waiting() {
        Map<PersonId, State> waiting = new HashMap<>();
        for (PersonKey key : keys.findByTemporaryFalse()) {
            if (state(key) != State.VOUCHED) {
                waiting.put(new PersonId(key.personId()), state(key));
            }
        }
        return waiting;
    }

    /** The key of a person who set a password of their own counts at once, as long as there is nothing to guard. */
    void begin(PersonKey key) {
        if (!key.temporary() && caseKeys.findFirstBy().isEmpty()) {
            vouch(key, new PersonId(key.personId()));
        }
    }

    boolean counts(PersonKey key) {
        State state = state(key);
        if (state == State.CHANGED) {
            log.error(
                    "The key of person {} was changed behind the program's back; nothing is sealed to it",
                    key.personId());
        }
        return state == State.VOUCHED;
    }

    private void vouch(PersonKey key, PersonId voucher) {
        OrganisationId organisation = CurrentOrganisation.get();
        UUID person = key.personId();
        key.vouch(
                voucher,
                word(installation, organisation.value(), person, key.publicKey(), voucher.value()),
                time.now());
    }

    private State state(PersonKey key) {
        if (key.temporary()) {
            return State.FIRST_PASSWORD;
        }
        PersonId voucher = key.vouchedBy();
        byte[] mac = key.vouchMac();
        if (voucher == null || mac == null) {
            return State.WAITING;
        }
        byte[] right =
                word(installation, CurrentOrganisation.get().value(), key.personId(), key.publicKey(), voucher.value());
        return MessageDigest.isEqual(mac, right) ? State.VOUCHED : State.CHANGED;
    }

    /** Not to be worked out without the installation key, so nobody can look for another key of the same number. */
    private String number(PersonId person, byte[] publicKey) {
        byte[] bytes = installation.derive(
                "vouch/number/" + CurrentOrganisation.get() + "/" + person + "/" + hex(publicKey), 16);
        String number = new BigInteger(1, bytes).mod(NUMBERS).toString();
        return "0".repeat(DIGITS - number.length()) + number;
    }

    static byte[] word(InstallationKey installation, UUID organisation, UUID person, byte[] publicKey, UUID voucher) {
        return installation.derive(
                "vouch/word/" + organisation + "/" + person + "/" + hex(publicKey) + "/" + voucher, 32);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    /** Null where anything but digits, blanks and hyphens was typed. */
    private static @Nullable String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        for (int c : typed.codePoints().toArray()) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-') {
                continue;
            }
            int digit = Character.digit(c, 10);
            if (digit < 0) {
                return null;
            }
            digits.append(digit);
        }
        return digits.toString();
    }
}
