package org.sucharit.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.OrganisationChanged.Change;

@ApplicationModuleTest
@RecordApplicationEvents
abstract class OrganisationsTests {

    @Autowired
    Organisations organisations;

    @Autowired
    Channels channels;

    @Autowired
    Holidays holidays;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEvents events;

    final PersonId somebody = PersonId.random();

    @Test
    void findsAnOrganisationByItsShortNameOutsideAnyScope() {
        FoundOrganisation command = Fixtures.organisation();
        OrganisationView founded = organisations.found(command);

        assertThat(organisations.find(command.shortName())).contains(founded);
        assertThat(organisations.find(command.id())).contains(founded);
        assertThat(organisations.all()).contains(founded);
        assertThat(organisations.find("nobody")).isEmpty();
        assertThat(CurrentOrganisation.in(command.id(), organisations::current)).isEqualTo(founded);
    }

    @Test
    void keepsEverySetting() {
        OrganisationId id = organisations.found(Fixtures.organisation()).id();
        Settings settings = new Settings(
                new Letterhead(
                        "ยล ๗๓๖๐๑",
                        "๙ หมู่ ๙ ตำบลเก้าหิน",
                        "เมือง",
                        "ยะลา",
                        "95000",
                        "0 0000 0000",
                        "a@b.example",
                        "b.example"),
                new Terms(
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        8,
                        List.of(1, 20, 9, 9),
                        10,
                        11,
                        12,
                        13,
                        14,
                        15,
                        16,
                        17,
                        DueDayRule.ROLLS_FORWARD),
                false);

        CurrentOrganisation.in(id, () -> organisations.change(settings, somebody));

        Settings kept = organisations.find(id).orElseThrow().settings();
        assertThat(kept).isEqualTo(settings);
        assertThat(kept.terms().remindDaysLeft()).containsExactly(20, 9, 1);
        assertThat(events.stream(OrganisationChanged.class))
                .contains(new OrganisationChanged(id, Change.SETTINGS_CHANGED, id.toString(), somebody));
    }

    @Test
    void keepsAnEmptyListOfReminders() {
        Terms terms = Terms.DEFAULTS;
        Terms silent =
                new Terms(1, 7, 15, 3, 2, 15, 60, List.of(), 7, 7, 30, 30, 2, 3, 30, 10, DueDayRule.OFFICIAL_DAY_COUNTS);
        assertThat(silent.withReportDays(90).with(DueDayRule.ROLLS_FORWARD)).isNotEqualTo(terms);
        FoundOrganisation command =
                Fixtures.organisation(Fixtures.newShortName(), Settings.DEFAULTS.with(silent), Set.of());

        organisations.found(command);

        assertThat(organisations.find(command.id()).orElseThrow().settings().terms())
                .isEqualTo(silent);
    }

    @Test
    void saysAllThatIsWrongWithANewOrganisationAtOnce() {
        Settings settings = Settings.DEFAULTS.with(Terms.DEFAULTS.withReportDays(0));
        FoundOrganisation command = Fixtures.organisation("Kao Hin", settings, Set.of(ChannelKind.OTHER));

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> organisations.found(command))
                .satisfies(problem -> assertThat(problem.fields())
                        .extracting(Problem.Field::field)
                        .containsExactlyInAnyOrder("shortName", "channels", "terms.reportDays"));
        assertThat(organisations.find(command.id())).isEmpty();
    }

    @Test
    void refusesAShortNameThatIsTakenOrItsOwn() {
        FoundOrganisation first = Fixtures.organisation();
        organisations.found(first);

        for (String taken : List.of(first.shortName(), "api")) {
            FoundOrganisation second = Fixtures.organisation(taken);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> organisations.found(second))
                    .satisfies(problem -> assertThat(problem.fields())
                            .containsExactly(Problem.Field.of("shortName", "taken", taken)));
            assertThat(organisations.find(second.id())).isEmpty();
        }
    }

    @Test
    void foundsInACallersTransactionOnlyWhenItBeganInTheNewScope() {
        FoundOrganisation outside = Fixtures.organisation();
        assertThatIllegalStateException().isThrownBy(() -> transaction.execute(_ -> organisations.found(outside)));
        assertThat(organisations.find(outside.id())).isEmpty();

        FoundOrganisation undone = Fixtures.organisation();
        CurrentOrganisation.run(
                undone.id(),
                () -> transaction.executeWithoutResult(status -> {
                    organisations.found(undone);
                    status.setRollbackOnly();
                }));
        assertThat(organisations.find(undone.id())).isEmpty();
        assertThat(CurrentOrganisation.in(undone.id(), channels::all)).isEmpty();
    }

    @Test
    void hasNoOrganisationOutsideAScope() {
        assertThatIllegalStateException().isThrownBy(organisations::current);
        assertThatIllegalStateException().isThrownBy(() -> organisations.change(Settings.DEFAULTS, null));
    }

    @Test
    void cannotFoundTheOrganisationThatOwnsNothing() {
        FoundOrganisation nobody = new FoundOrganisation(
                OrganisationId.of("00000000-0000-0000-0000-000000000000"),
                Fixtures.newShortName(),
                OrganisationKind.PROVINCE,
                "ไม่มี",
                "Nobody",
                Settings.DEFAULTS,
                Set.of());
        assertThatExceptionOfType(org.springframework.dao.DataIntegrityViolationException.class)
                .isThrownBy(() -> organisations.found(nobody));
    }

    @Test
    void opensAChannelOfEachKindAndSwitchesThem() {
        OrganisationId id = organisations.found(Fixtures.organisation()).id();
        CurrentOrganisation.run(id, () -> {
            assertThat(channels.all())
                    .extracting(ChannelView::kind)
                    .containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(ChannelKind.OTHER)));
            assertThat(channels.enabled())
                    .extracting(ChannelView::kind)
                    .containsExactly(ChannelKind.BOX, ChannelKind.WEB);

            ChannelId web = channels.enabled().getLast().id();
            channels.switchOff(web, somebody);
            channels.switchOff(web, somebody);
            assertThat(channels.isEnabled(ChannelKind.WEB)).isFalse();
            channels.switchOn(web, somebody);
            assertThat(channels.isEnabled(ChannelKind.WEB)).isTrue();

            ChannelId line = channels.add("ไลน์", "LINE", "@kaohin", somebody);
            channels.describe(line, "ไลน์ของ อบต.", "LINE", "@kaohin2", somebody);
            assertThat(channels.all().getLast())
                    .isEqualTo(new ChannelView(line, ChannelKind.OTHER, "ไลน์ของ อบต.", "LINE", "@kaohin2", true));
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> channels.add(" ", "LINE", "", somebody));
        });
        assertThat(events.stream(OrganisationChanged.class))
                .extracting(OrganisationChanged::change)
                .containsExactly(
                        Change.FOUNDED,
                        Change.CHANNEL_SWITCHED_OFF,
                        Change.CHANNEL_SWITCHED_ON,
                        Change.CHANNEL_ADDED,
                        Change.CHANNEL_CHANGED);
    }

    @Test
    void letsEachOrganisationCorrectItsOwnHolidays() {
        OrganisationId south = organisations.found(Fixtures.organisation()).id();
        OrganisationId north = organisations.found(Fixtures.organisation()).id();
        LocalDate eid = LocalDate.of(2026, 3, 20);
        LocalDate newYear = LocalDate.of(2026, 1, 1);

        CurrentOrganisation.run(south, () -> {
            assertThat(holidays.isHoliday(newYear)).isTrue();
            assertThat(holidays.isHoliday(eid)).isFalse();
            holidays.add(eid, "วันอีดิ้ลฟิตรี", somebody);
            holidays.remove(newYear, somebody);
            assertThat(holidays.isHoliday(eid)).isTrue();
            assertThat(holidays.isHoliday(newYear)).isFalse();
            assertThat(holidays.ofYear(2026))
                    .contains(new Holiday(eid, "วันอีดิ้ลฟิตรี", true))
                    .noneMatch(holiday -> holiday.day().equals(newYear));
            assertThat(holidays.between(eid, eid)).containsOnlyKeys(eid);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> holidays.add(eid, "วันอีดิ้ลฟิตรี", somebody))
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        });
        CurrentOrganisation.run(north, () -> {
            assertThat(holidays.isHoliday(eid)).isFalse();
            assertThat(holidays.isHoliday(newYear)).isTrue();
        });
        CurrentOrganisation.run(south, () -> {
            holidays.add(newYear, "วันขึ้นปีใหม่", somebody);
            holidays.remove(eid, somebody);
            assertThat(holidays.ofYear(2026)).hasSize(22).noneMatch(Holiday::local);
            assertThatExceptionOfType(Problem.class).isThrownBy(() -> holidays.remove(eid, somebody));
        });
    }
}
