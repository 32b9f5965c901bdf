package org.sucharit.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.AddPerson;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostId;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.UnitId;
import org.sucharit.organisation.UnitKind;
import org.sucharit.organisation.Units;
import org.sucharit.vault.Keyring;

/** Fills an organisation with units, posts and people, from a table of them. */
@Component
public class Staffing {

    /** One person in one post. {@code unitTh} names the unit, which is made where it is not there yet. */
    public record Member(
            String username,
            String nameTh,
            String nameEn,
            PostKind post,
            String titleTh,
            String titleEn,
            UnitKind unit,
            String unitTh,
            String unitEn) {}

    /** Those who were put in, by user name, and the post of each. */
    public record Staff(Map<String, PersonId> people, Map<String, PostId> posts) {

        public PersonId person(String username) {
            PersonId id = people.get(username);
            if (id == null) {
                throw new IllegalArgumentException("Nobody called " + username);
            }
            return id;
        }

        public PostId post(String username) {
            PostId id = posts.get(username);
            if (id == null) {
                throw new IllegalArgumentException("Nobody called " + username);
            }
            return id;
        }
    }

    private final Units units;
    private final People people;
    private final Keyring keyring;

    Staffing(Units units, People people, Keyring keyring) {
        this.units = units;
        this.people = people;
        this.keyring = keyring;
    }

    /** Puts them all in, in the current organisation, each with the same password. */
    @Transactional(propagation = Propagation.REQUIRED)
    public Staff fill(Iterable<Member> members, LocalDate since, String password) {
        Map<UnitKind, Map<String, UnitId>> made = new EnumMap<>(UnitKind.class);
        Map<String, PersonId> persons = new LinkedHashMap<>();
        Map<String, PostId> posts = new LinkedHashMap<>();
        for (Member member : members) {
            UnitId unit = made.computeIfAbsent(member.unit(), kind -> new LinkedHashMap<>())
                    .computeIfAbsent(member.unitTh(), name -> units.add(member.unit(), name, member.unitEn(), null));
            PostId post = units.addPost(unit, member.post(), member.titleTh(), member.titleEn(), null);
            PersonId person =
                    people.add(new AddPerson(member.username(), member.nameTh(), member.nameEn(), "", ""), null);
            people.appoint(person, post, since, "", null);
            keyring.enrol(person, password, false);
            persons.put(member.username(), person);
            posts.put(member.username(), post);
        }
        return new Staff(persons, posts);
    }
}
