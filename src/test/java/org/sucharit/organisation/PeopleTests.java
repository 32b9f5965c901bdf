package org.sucharit.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;

@ApplicationModuleTest
abstract class PeopleTests {

    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final LocalDate LEAVE = LocalDate.of(2026, 6, 1);
    static final LocalDate BACK = LocalDate.of(2026, 6, 15);

    @Autowired
    Organisations organisations;

    @Autowired
    Units units;

    @Autowired
    People people;

    OrganisationId organisation = OrganisationId.random();
    PostId chiefPost = PostId.random();
    PostId headPost = PostId.random();
    PersonId chief = PersonId.random();
    PersonId head = PersonId.random();

    /** A chief administrator and a head of office, in their posts since {@link #FIRST}. */
    @BeforeEach
    void found() {
        organisation = organisations.found(Fixtures.organisation()).id();
        within(() -> {
            UnitId office = units.add(UnitKind.CLERKS_OFFICE, "สำนักปลัด", "Office of the Chief Administrator", null);
            chiefPost = units.addPost(office, PostKind.CHIEF_ADMINISTRATOR, "ปลัด อบต.", "Chief Administrator", null);
            headPost = units.addPost(office, PostKind.OFFICE_HEAD, "หัวหน้าสำนักปลัด", "Head of Office", null);
            chief = people.add(Fixtures.person("chief", "นายสมชาย ใจดี"), null);
            head = people.add(Fixtures.person("head", "นางสาวสมศรี รักงาน"), null);
            people.appoint(chief, chiefPost, FIRST, "๑/๒๕๖๙", null);
            people.appoint(head, headPost, FIRST, "", null);
        });
    }

    @Test
    void findsPeopleByIdUsernameAndName() {
        within(() -> {
            assertThat(people.get(chief).nameTh()).isEqualTo("นายสมชาย ใจดี");
            assertThat(people.byUsername("head").map(PersonView::id)).contains(head);
            assertThat(people.byUsername("HEAD")).isEmpty();
            assertThat(people.everybody()).extracting(PersonView::id).contains(chief, head);
        });
    }

    @Test
    void keepsAdministrationApartFromThePostsThatWorkOnCases() {
        within(() -> {
            UnitId office = units.add(UnitKind.CLERKS_OFFICE, "สำนักปลัด ๒", "Office 2", null);
            PostId administrator = units.addPost(office, PostKind.ADMINISTRATOR, "ผู้ดูแลระบบ", "Administrator", null);
            PostId clerk = units.addPost(office, PostKind.INTAKE_CLERK, "ธุรการ", "Clerk", null);
            PersonId somebody = people.add(new AddPerson("somebody", "นายใคร คนหนึ่ง", "Somebody", "", ""), null);
            people.appoint(somebody, administrator, FIRST, "", null);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> people.appointActing(somebody, clerk, FIRST, null, "1/2569", somebody))
                    .withMessage("administratorApart");
            PersonId other = people.add(new AddPerson("other", "นายอื่น คนหนึ่ง", "Other", "", ""), null);
            people.appoint(other, clerk, FIRST, "", null);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> people.appointActing(other, administrator, FIRST, null, "2/2569", somebody))
                    .withMessage("administratorApart");
        });
    }

    @Test
    void pagesThroughPeople() {
        within(() -> {
            assertThat(people.page(0, 1).map(PersonView::username)).containsExactly("chief");
            assertThat(people.page(0, 1).hasNext()).isTrue();
            assertThat(people.page(1, 1).map(PersonView::username)).containsExactly("head");
            assertThat(people.page(1, 1).hasNext()).isFalse();
        });
    }

    @Test
    void saysAllThatIsWrongWithAPersonAtOnce() {
        within(() -> {
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> people.add(new AddPerson("Chief!", " ", "", "no mail", "x".repeat(101)), null))
                    .satisfies(problem -> assertThat(problem.fields())
                            .extracting(Problem.Field::field)
                            .containsExactlyInAnyOrder("username", "nameTh", "email", "phone"));
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> people.add(Fixtures.person("chief", "นายอื่น"), null))
                    .satisfies(problem -> assertThat(problem.fields())
                            .containsExactly(Problem.Field.of("username", "taken", "chief")));
        });
    }

    @Test
    void anActingOfficerServesInsteadOfTheHolderFromFirstToLastDay() {
        within(() -> {
            people.appointActing(head, chiefPost, LEAVE, BACK, "๕๕/๒๕๖๙", chief);

            assertThat(servingChief(LEAVE.minusDays(1))).containsExactly(chief);
            assertThat(servingChief(LEAVE)).containsExactly(head);
            assertThat(servingChief(BACK)).containsExactly(head);
            assertThat(servingChief(BACK.plusDays(1))).containsExactly(chief);

            assertThat(people.holders(PostKind.CHIEF_ADMINISTRATOR, LEAVE))
                    .extracting(holder -> holder.person().id(), Holder::acting, Holder::orderNumber, Holder::serving)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(chief, false, "๑/๒๕๖๙", false),
                            org.assertj.core.groups.Tuple.tuple(head, true, "๕๕/๒๕๖๙", true));
        });
    }

    @Test
    void tellsThePostsOfAPersonAndWhetherTheyServeInThem() {
        within(() -> {
            people.appointActing(head, chiefPost, LEAVE, BACK, "๕๕/๒๕๖๙", chief);

            assertThat(people.postsOf(head, LEAVE))
                    .extracting(holder -> holder.post().kind())
                    .containsExactly(PostKind.CHIEF_ADMINISTRATOR, PostKind.OFFICE_HEAD);
            assertThat(people.postsOf(head, LEAVE)).allMatch(Holder::serving);
            assertThat(people.postsOf(chief, LEAVE)).singleElement().matches(holder -> !holder.serving());
            assertThat(people.postsOf(chief, FIRST.minusDays(1))).isEmpty();
        });
    }

    @Test
    void aPersonSetInactiveKeepsThePostButDoesNotServe() {
        within(() -> {
            people.appointActing(head, chiefPost, LEAVE, null, "๕๕/๒๕๖๙", chief);
            people.deactivate(head, chief);
            assertThat(servingChief(LEAVE)).containsExactly(chief);
            assertThat(people.postsOf(head, LEAVE)).hasSize(2).noneMatch(Holder::serving);
            people.reactivate(head, chief);
            assertThat(servingChief(LEAVE)).containsExactly(head);
        });
    }

    @Test
    void aPostIsOneSeat() {
        within(() -> {
            PersonId third = people.add(Fixtures.person("third", "นายสาม"), null);
            assertConflict("postHeld", () -> people.appoint(third, chiefPost, LEAVE, "", null));
            assertConflict("postHeld", () -> people.appoint(third, chiefPost, FIRST.minusYears(1), "", null));
            assertConflict("actingForOneself", () -> people.appointActing(chief, chiefPost, LEAVE, BACK, "๒", null));

            people.appointActing(head, chiefPost, LEAVE, BACK, "๒", null);
            assertConflict("postHeld", () -> people.appointActing(third, chiefPost, BACK, null, "๓", null));
            people.appointActing(third, chiefPost, BACK.plusDays(1), null, "๓", null);
            assertThat(servingChief(BACK.plusDays(1))).containsExactly(third);
        });
    }

    @Test
    void anAppointmentEndsOnItsLastDay() {
        within(() -> {
            AppointmentId appointment = people.postsOf(chief, FIRST).getFirst().appointment();
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> people.endAppointment(appointment, FIRST.minusDays(1), head));
            people.endAppointment(appointment, LEAVE, head);
            assertThat(servingChief(LEAVE)).containsExactly(chief);
            assertThat(servingChief(LEAVE.plusDays(1))).isEmpty();
            assertConflict("appointmentEnded", () -> people.endAppointment(appointment, LEAVE, head));

            people.appoint(head, chiefPost, LEAVE.plusDays(1), "๙/๒๕๖๙", null);
            assertThat(servingChief(LEAVE.plusDays(1))).containsExactly(head);
        });
    }

    @Test
    void publishesOfficersInTheOrderOfPostsWithoutTheAdministrator() {
        within(() -> {
            UnitId council = units.add(UnitKind.COUNCIL, "สภา", "Council", null);
            PostId member = units.addPost(council, PostKind.COUNCIL_MEMBER, "สมาชิกสภา", "Member", null);
            PostId keeper = units.addPost(council, PostKind.ADMINISTRATOR, "ผู้ดูแลระบบ", "Administrator", null);
            people.appoint(people.add(Fixtures.person("keeper", "นายสาม"), null), keeper, FIRST, "", null);
            PersonId councillor = people.add(Fixtures.person("councillor", "นายสี่"), null);
            people.appoint(councillor, member, FIRST, "", null);

            assertThat(people.officers(FIRST))
                    .extracting(holder -> holder.person().id())
                    .containsExactly(chief, head, councillor);
            assertThat(people.officers(FIRST.minusDays(1))).isEmpty();
            assertThat(units.posts()).extracting(PostView::id).containsExactly(chiefPost, headPost, member, keeper);
        });
    }

    @Test
    void ofTwoWhoAppointAtOnceOneIsRefused() throws Exception {
        PostId[] vacant = new PostId[1];
        within(() -> {
            UnitId unit = units.all().getFirst().id();
            vacant[0] = units.addPost(unit, PostKind.LEGAL_OFFICER, "นิติกร", "Legal Officer", null);
        });
        Callable<Boolean> chiefTries = () -> CurrentOrganisation.in(organisation, () -> appointed(chief, vacant[0]));
        Callable<Boolean> headTries = () -> CurrentOrganisation.in(organisation, () -> appointed(head, vacant[0]));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> tries = threads.invokeAll(Stream.generate(() -> List.of(chiefTries, headTries))
                    .limit(4)
                    .flatMap(List::stream)
                    .toList());
            int wins = 0;
            for (Future<Boolean> each : tries) {
                wins += each.get() ? 1 : 0;
            }
            assertThat(wins).isEqualTo(1);
        }
        within(() -> assertThat(people.holders(PostKind.LEGAL_OFFICER, FIRST)).hasSize(1));
    }

    private boolean appointed(PersonId person, PostId post) {
        try {
            people.appoint(person, post, FIRST, "", null);
            return true;
        } catch (Problem refused) {
            assertThat(refused.code()).isEqualTo("postHeld");
            return false;
        }
    }

    private List<PersonId> servingChief(LocalDate on) {
        return people.serving(PostKind.CHIEF_ADMINISTRATOR, on).stream()
                .map(holder -> holder.person().id())
                .toList();
    }

    private void within(Runnable work) {
        CurrentOrganisation.run(organisation, work);
    }

    private static void assertConflict(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(work)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
