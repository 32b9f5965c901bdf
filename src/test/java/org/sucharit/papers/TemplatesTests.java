package org.sucharit.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.sucharit.document.DocumentKind.FINDINGS_MEMO;
import static org.sucharit.document.DocumentKind.REMINDER_MEMO;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.document.Template;
import org.sucharit.document.TemplateFault;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.testing.Town;

@SpringBootTest
@Import(Town.class)
abstract class TemplatesTests {

    private static final String OWN = Template.standard(FINDINGS_MEMO).text().replace("รายงานผล", "เสนอผล");

    @Autowired
    Templates templates;

    @Autowired
    Town towns;

    @Autowired
    JdbcClient jdbc;

    private Town.Founded town;
    private PersonId admin;

    @BeforeEach
    void found() {
        town = towns.found();
        admin = town.staff.person("admin");
    }

    @Test
    void beginWithTheStandardWording() {
        town.run(() -> {
            assertThat(templates.inForce(FINDINGS_MEMO)).isSameAs(Template.standard(FINDINGS_MEMO));
            assertThat(templates.history(FINDINGS_MEMO, 0, 10)).isEmpty();
        });
    }

    @Test
    void putAWordingInForceForItsKindAndItsOrganisationAlone() {
        Town.Founded other = towns.found();
        town.run(() -> {
            templates.save(FINDINGS_MEMO, OWN, 0, admin);
            assertThat(templates.inForce(FINDINGS_MEMO).text()).isEqualTo(OWN);
            assertThat(templates.inForce(REMINDER_MEMO)).isSameAs(Template.standard(REMINDER_MEMO));
        });
        other.run(() -> assertThat(templates.inForce(FINDINGS_MEMO)).isSameAs(Template.standard(FINDINGS_MEMO)));
    }

    @Test
    void keepTheOldWordingInForceWhereTheNewOneIsFaulty() {
        town.run(() -> {
            templates.save(FINDINGS_MEMO, OWN, 0, admin);
            assertThatExceptionOfType(TemplateFault.class)
                    .isThrownBy(() -> templates.save(FINDINGS_MEMO, OWN + "\n{{ไม่มีช่องนี้}}", 1, admin))
                    .satisfies(fault -> assertThat(fault.line()).isGreaterThan(1));
            assertThat(templates.inForce(FINDINGS_MEMO).text()).isEqualTo(OWN);
            assertThat(templates.history(FINDINGS_MEMO, 0, 10)).hasSize(1);
        });
    }

    @Test
    void keepEveryWordingWithWhoPutItInForce() {
        town.run(() -> {
            templates.save(FINDINGS_MEMO, OWN, 0, admin);
            templates.backToStandard(FINDINGS_MEMO, 1, admin);
            templates.backToStandard(FINDINGS_MEMO, 2, admin);
            assertThat(templates.inForce(FINDINGS_MEMO)).isSameAs(Template.standard(FINDINGS_MEMO));
            assertThat(templates.history(FINDINGS_MEMO, 0, 10))
                    .extracting(Templates.Version::version, Templates.Version::standard, Templates.Version::savedBy)
                    .containsExactly(tuple(2, true, admin), tuple(1, false, admin));
            assertThat(templates.history(FINDINGS_MEMO, 0, 10).getLast().text()).isEqualTo(OWN);
        });
    }

    @Test
    void refuseWhatWasWrittenOnAWordingThatIsNoLongerInForce() {
        town.run(() -> {
            templates.save(FINDINGS_MEMO, OWN, 0, admin);
            assertThatExceptionOfType(Problem.class)
                    .isThrownBy(() -> templates.save(FINDINGS_MEMO, OWN + " ", 0, admin))
                    .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT));
        });
    }

    @Test
    void enterTheChangeInTheRegister() {
        town.run(() -> templates.save(FINDINGS_MEMO, OWN, 0, admin));
        assertThat(jdbc.sql("select detail from register_entry where organisation_id = ? and act = 'SETTINGS_CHANGED'")
                        .param(town.id.value())
                        .query(String.class)
                        .list())
                .contains("template FINDINGS_MEMO 1");
    }
}
