package org.sucharit.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;

/** Tries to reach from one organisation into another, by every door there is. */
@ApplicationModuleTest
abstract class TenancyTests {

    static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Autowired
    Organisations organisations;

    @Autowired
    Units units;

    @Autowired
    People people;

    @Autowired
    Channels channels;

    @Autowired
    EntityManager entities;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate jdbc;

    OrganisationId ours = OrganisationId.random();
    OrganisationId theirs = OrganisationId.random();
    PersonId theirPerson = PersonId.random();
    UnitId theirUnit = UnitId.random();
    PostId theirPost = PostId.random();
    ChannelId theirChannel = ChannelId.random();
    AppointmentId theirAppointment = AppointmentId.random();

    @BeforeEach
    void found() {
        ours = organisations.found(Fixtures.organisation()).id();
        theirs = organisations.found(Fixtures.organisation()).id();
        CurrentOrganisation.run(theirs, () -> {
            theirUnit = units.add(UnitKind.EXECUTIVE, "ฝ่ายบริหาร", "Executive", null);
            theirPost = units.addPost(theirUnit, PostKind.MAYOR, "นายก อบต.", "Mayor", null);
            theirPerson = people.add(Fixtures.person("mayor", "นายสมชาย ใจดี"), null);
            theirAppointment = people.appoint(theirPerson, theirPost, DAY, "", null);
            theirChannel = channels.all().getFirst().id();
        });
    }

    @Test
    void seesNothingOfAnotherOrganisation() {
        CurrentOrganisation.run(ours, () -> {
            assertNotFound(() -> people.get(theirPerson));
            assertThat(people.find(theirPerson)).isEmpty();
            assertThat(people.byUsername("mayor")).isEmpty();
            assertThat(people.everybody()).isEmpty();
            assertThat(people.page(0, 100)).isEmpty();
            assertThat(people.officers(DAY)).isEmpty();
            assertThat(people.holders(PostKind.MAYOR, DAY)).isEmpty();
            assertThat(people.postsOf(theirPerson, DAY)).isEmpty();
            assertThat(units.all()).isEmpty();
            assertThat(units.posts()).isEmpty();
            assertNotFound(() -> channels.get(theirChannel));
            assertThat(channels.all()).noneMatch(channel -> channel.id().equals(theirChannel));
        });
    }

    @Test
    void changesNothingOfAnotherOrganisation() {
        CurrentOrganisation.run(ours, () -> {
            PersonId ourPerson = people.add(Fixtures.person("mayor", "นายอื่น คนละคน"), null);
            assertNotFound(() -> units.addPost(theirUnit, PostKind.DEPUTY_MAYOR, "รองนายก", "Deputy", null));
            assertNotFound(() -> people.appoint(ourPerson, theirPost, DAY, "", null));
            assertNotFound(() -> people.appointActing(ourPerson, theirPost, DAY, null, "๑", null));
            assertNotFound(() -> people.endAppointment(theirAppointment, DAY, null));
            assertNotFound(() -> people.deactivate(theirPerson, null));
            assertNotFound(() -> people.change(theirPerson, "ก", "", "", "", null));
            assertNotFound(() -> channels.switchOff(theirChannel, null));
        });
        CurrentOrganisation.run(theirs, () -> {
            assertThat(people.get(theirPerson).active()).isTrue();
            assertThat(people.serving(PostKind.MAYOR, DAY)).hasSize(1);
            assertThat(channels.get(theirChannel).enabled()).isTrue();
        });
    }

    @Test
    void theEntityManagerItselfDoesNotCross() {
        CurrentOrganisation.run(
                ours,
                () -> transaction.executeWithoutResult(_ -> {
                    assertThat(entities.find(Person.class, theirPerson.value())).isNull();
                    assertThat(entities.createQuery("select p from Person p where p.id = :id", Person.class)
                                    .setParameter("id", theirPerson.value())
                                    .getResultList())
                            .isEmpty();
                    assertThat(entities.createQuery("update Person p set p.active = false where p.id = :id")
                                    .setParameter("id", theirPerson.value())
                                    .executeUpdate())
                            .isZero();
                    assertThat(entities.createQuery("delete from Appointment a").executeUpdate())
                            .isZero();
                }));
        CurrentOrganisation.run(
                theirs, () -> assertThat(people.get(theirPerson).active()).isTrue());
    }

    @Test
    void theDatabaseRefusesARowThatPointsIntoAnotherOrganisation() {
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> jdbc.update(
                        "insert into post (id, version, organisation_id, unit_id, kind, title_th, title_en, ordinal)"
                                + " values (?, 0, ?, ?, 'MAYOR', 'x', 'x', 0)",
                        UUID.randomUUID(),
                        ours.value(),
                        theirUnit.value()));
    }

    @Test
    void thereIsNothingToReadOrWriteOutsideAScope() {
        assertThat(people.find(theirPerson)).isEmpty();
        assertThat(people.page(0, 100)).isEmpty();
        assertThat(people.officers(DAY)).isEmpty();
        assertThat(channels.all()).isEmpty();
        assertThat(units.posts()).isEmpty();
        assertNotFound(() -> people.deactivate(theirPerson, null));
        assertThatThrownBy(() -> people.add(Fixtures.person("ghost", "ผี"), null))
                .isNotInstanceOf(Problem.class);
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> entities.persist(new Person(Fixtures.person("ghost", "ผี")))))
                .isInstanceOf(RuntimeException.class);
        assertThat(jdbc.queryForObject("select count(*) from person where username = 'ghost'", Integer.class))
                .isZero();
    }

    private static void assertNotFound(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(work)
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }
}
