package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.Kind;
import org.sucharit.document.DocumentKind;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.register.Act;
import org.sucharit.register.Register;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** The sixty days, by winding the clock. Received on Monday 3 February 2025, a case is due on Friday 4 April. */
@OnH2
class ClockTests extends WalkTests {

    private static final LocalDate RECEIVED = LocalDate.of(2025, 2, 3);
    private static final LocalDate DUE = LocalDate.of(2025, 4, 4);

    @Autowired
    Register register;

    @Autowired
    Notices notices;

    @Autowired
    JdbcClient jdbc;

    private Town.Founded town;

    @BeforeAll
    void found() {
        town = towns.found();
    }

    private Walk received(Set<String> keptOut, String... accused) {
        windTo(RECEIVED);
        Walk walk = walks.register(town, Kind.CORRUPTION, ChannelKind.BOX, keptOut, accused);
        assertThat(walk.file().dueOn()).isEqualTo(DUE);
        return walk;
    }

    private Walk received(String... accused) {
        return received(Set.of(), accused);
    }

    /** Winds day by day up to a day, and says what struck on which. */
    private List<String> strikesUntil(Walk walk, LocalDate end) {
        List<String> all = new ArrayList<>();
        while (Time.dayOf(clock.instant()).isBefore(end)) {
            int before = struck(walk).size();
            pass(1);
            List<String> now = struck(walk);
            LocalDate today = Time.dayOf(clock.instant());
            now.subList(before, now.size()).forEach(strike -> all.add(today + " " + strike));
            if (now.size() > before) {
                walk.hold();
            }
        }
        return all;
    }

    private List<String> struck(Walk walk) {
        return town.in(() -> register.ofCase(walk.id()).stream()
                .filter(entry -> entry.act() == Act.REMINDED || entry.act() == Act.ESCALATED)
                .map(entry -> entry.act() == Act.REMINDED ? "reminded" : entry.detail())
                .toList());
    }

    @Test
    void remindsThenTellsTheChiefAdministratorThenTheMayorEverySevenDays() {
        Walk walk = received("finance").toInvestigation("legal");
        assertThat(strikesUntil(walk, DUE.plusDays(20)))
                .containsExactly(
                        "2025-03-05 reminded",
                        "2025-03-20 reminded",
                        "2025-03-28 CHIEF_ADMINISTRATOR",
                        "2025-04-01 reminded",
                        "2025-04-03 reminded",
                        "2025-04-04 MAYOR",
                        "2025-04-11 MAYOR",
                        "2025-04-18 MAYOR");
        assertThat(told(walk, "legal")).contains(Notices.Kind.REMINDER);
        assertThat(told(walk, "chief")).contains(Notices.Kind.ESCALATION);
        assertThat(told(walk, "mayor")).contains(Notices.Kind.ESCALATION);
        assertThat(told(walk, "office")).isEmpty();
        assertThat(walk.papers(DocumentKind.REMINDER_MEMO)).hasSize(5);
        assertThat(walk.papers(DocumentKind.OVERDUE_MEMO)).hasSize(3);
        assertThat(walk.text(DocumentKind.REMINDER_MEMO)).contains("เรียนนิติกรชำนาญการ", "เหลือเวลาอีก๑วัน");
        assertThat(walk.text(DocumentKind.OVERDUE_MEMO))
                .contains("เกินกำหนดมาแล้ว๑๔วัน", "ขณะนี้เรื่องอยู่ที่นิติกรชำนาญการ", "สืบสวนข้อเท็จจริง");
    }

    private List<Notices.Kind> told(Walk walk, String name) {
        return town.in(() -> notices.unread(town.officer(name)).stream()
                .filter(notice -> notice.caseId().equals(walk.id()))
                .map(Notices.View::kind)
                .toList());
    }

    @Test
    void neverTellsAChiefAdministratorWhoIsKeptOut() {
        assertThat(strikesUntil(received("chief"), DUE)).contains("2025-03-28 MAYOR", "2025-04-04 MAYOR");
    }

    @Test
    void neverTellsAMayorWhoIsKeptOut() {
        assertThat(strikesUntil(received("mayor"), DUE.plusDays(7)))
                .contains(
                        "2025-03-28 CHIEF_ADMINISTRATOR",
                        "2025-04-04 CHIEF_ADMINISTRATOR",
                        "2025-04-11 CHIEF_ADMINISTRATOR");
    }

    @Test
    void namesTheDistrictOfficerWhereEverybodyAboveIsKeptOut() {
        Walk walk = received(Set.of("chief", "mayor", "office"), "finance");
        assertThat(strikesUntil(walk, DUE)).contains("2025-03-28 OUTSIDE_AUTHORITY", "2025-04-04 OUTSIDE_AUTHORITY");
        assertThat(walk.text(DocumentKind.OVERDUE_MEMO)).contains("นายอำเภอ");
    }

    @Test
    void strikesNoMoreOnceTheMemoLiesBeforeTheMayor() {
        Walk walk = received("finance").toInvestigation("legal");
        strikesUntil(walk, LocalDate.of(2025, 3, 21));
        walk.conclude().endorse();
        assertThat(walk.file().metOn()).contains(LocalDate.of(2025, 3, 21));
        assertThat(strikesUntil(walk, DUE.plusDays(30))).isEmpty();
    }

    @Test
    void anExtensionMovesTheStrikesAndKeepsTheFirstDueDate() {
        Walk walk = received("finance").toInvestigation("legal");
        assertThat(strikesUntil(walk, LocalDate.of(2025, 3, 21))).hasSize(2);
        walk.askExtension(30).decideExtension(true, 30);
        LocalDate later = DUE.plusDays(30);
        assertThat(walk.file().dueOn()).isEqualTo(later);
        assertThat(walk.file().firstDueOn()).isEqualTo(DUE);
        assertThat(strikesUntil(walk, later))
                .containsExactly(
                        "2025-04-04 reminded",
                        "2025-04-18 reminded",
                        "2025-04-25 reminded",
                        "2025-04-27 CHIEF_ADMINISTRATOR",
                        "2025-05-01 reminded",
                        "2025-05-02 reminded",
                        "2025-05-04 MAYOR");
    }

    @Test
    void threeWeeksOfOutageCollapseIntoOneStrike() {
        Walk walk = received("finance").toInvestigation("legal");
        strikesUntil(walk, LocalDate.of(2025, 3, 25));
        int before = struck(walk).size();
        pass(21);
        List<String> now = struck(walk.hold());
        assertThat(now.subList(before, now.size())).containsExactly("MAYOR");
        pass(0);
        assertThat(struck(walk)).hasSize(before + 1);
    }

    @Test
    void anOverdueMemoIsSealedAndOpensWithTheKeyOfAnOfficer() {
        Walk walk = received("finance");
        windTo(DUE);
        assertThat(walk.papers(DocumentKind.OVERDUE_MEMO))
                .singleElement()
                .satisfies(memo -> assertThat(start(memo.bytes())).isEqualTo("%PDF"));
        List<byte[]> stored = jdbc.sql("""
                        select c.bytes from sealed_chunk c join sealed_file f on f.id = c.file_id
                        where f.case_id = ? and f.document = 'OVERDUE_MEMO'""")
                .param(walk.id().value())
                .query((row, n) -> row.getBytes("bytes"))
                .list();
        assertThat(stored)
                .isNotEmpty()
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain("%PDF", "%%EOF"));
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, 4, StandardCharsets.US_ASCII);
    }
}
