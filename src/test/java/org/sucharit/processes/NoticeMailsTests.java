package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Directive;
import org.sucharit.organisation.PersonView;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/**
 * Who watches the mail of an officer sees that there is something to do, and not what: whatever happened, in whatever
 * case, the mail is the same to the letter.
 */
@OnH2
class NoticeMailsTests extends WalkTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Notices notices;

    private record Mail(String subject, String body) {}

    @Test
    void areTheSameWhateverHappened() {
        windTo(LocalDate.of(2024, 2, 5));
        Town.Founded town = towns.found();
        town.run(() -> town.staff.people().values().forEach(id -> {
            PersonView person = people.get(id);
            people.change(id, person.nameTh(), person.nameEn(), person.username() + "@example.org", "", null);
        }));
        Walk inquiry = States.reach(walks, town, CaseState.INVESTIGATING);
        inquiry.reportReprisal();
        inquiry.answer();
        pass(55); // reminded, and escalated
        pass(10);
        inquiry.conclude().endorse().direct(Directive.CORRECTIVE_MEASURES);
        States.reach(walks, town, CaseState.AWAITING_REPLY);
        pass(40); // asked the authority again
        States.reach(walks, town, CaseState.HANDLING);

        List<Mail> mails = jdbc.sql("select subject, body from outbox where organisation_id = ?")
                .param(town.id.value())
                .query((row, n) -> new Mail(row.getString("subject"), row.getString("body")))
                .list();

        assertThat(mails).hasSizeGreaterThan(15);
        assertThat(mails.stream().distinct()).hasSize(1);
        assertThat(mails.getFirst().subject()).isNotBlank();
        assertThat(mails.getFirst().body()).doesNotContain(town.shortName).doesNotContain("http");
        assertThat(jdbc.sql("select count(distinct kind) from notice where organisation_id = ?")
                        .param(town.id.value())
                        .query(Integer.class)
                        .single())
                .as("kinds of notice that were told")
                .isGreaterThanOrEqualTo(4);
    }

    @Test
    void whoeverWantsOneADayGetsOneInTheMorningWhateverHappened() {
        windTo(LocalDate.of(2024, 2, 5));
        Town.Founded town = towns.found();
        town.run(() -> town.staff.people().values().forEach(id -> {
            PersonView person = people.get(id);
            people.change(id, person.nameTh(), person.nameEn(), person.username() + "@example.org", "", null);
        }));
        for (String name : List.of("clerk", "clerk2")) {
            town.run(() -> notices.onceADay(town.officer(name), true));
        }
        States.reach(walks, town, CaseState.SCREENING);
        States.reach(walks, town, CaseState.SCREENING);

        assertThat(mailsTo(town, "clerk")).isZero();
        town.run(notices::sendDigests);
        town.run(notices::sendDigests);
        assertThat(mailsTo(town, "clerk")).as("both notices in one mail").isEqualTo(1);
        pass(1);
        town.run(notices::sendDigests);
        assertThat(mailsTo(town, "clerk")).as("nothing new").isEqualTo(1);
        States.reach(walks, town, CaseState.SCREENING);
        pass(1);
        town.run(notices::sendDigests);
        assertThat(mailsTo(town, "clerk")).isEqualTo(2);
        town.run(() -> notices.onceADay(town.officer("clerk"), false));
        States.reach(walks, town, CaseState.SCREENING);
        assertThat(mailsTo(town, "clerk")).isEqualTo(3);
    }

    private int mailsTo(Town.Founded town, String username) {
        return jdbc.sql("select count(*) from outbox where organisation_id = ? and recipient = ?")
                .params(town.id.value(), username + "@example.org")
                .query(Integer.class)
                .single();
    }
}
