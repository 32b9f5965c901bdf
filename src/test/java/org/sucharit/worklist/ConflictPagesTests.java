package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.sucharit.assignment.ConflictRule;
import org.sucharit.assignment.Relations;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.testing.Town;

/** The pages on which officers read the rules, declare their ties, and judge who may be meant. */
class ConflictPagesTests extends CaseScreenTest {

    @Autowired
    Relations relations;

    private Desk probable() {
        return received(Kind.CORRUPTION, new Content.Accused("mayor ทดสอบทิพสุก", null, null, null));
    }

    @Test
    void theScreenerSeesWhoMayBeMeantAndWhy() throws Exception {
        Desk desk = probable();
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString())
                .contains("อาจเป็นผู้ถูกร้องเรียน: นายmayor ทดสอบทิพย์สุข", "“mayor ทดสอบทิพสุก”", "verdicts[0].verdict");
        assertThat(desk.sees("mayor", desk.at("")).getStatus()).isEqualTo(404);
    }

    @Test
    void takingItUpUnjudgedSaysSoBesideThePersonAndLosesNothing() throws Exception {
        Desk desk = probable();
        String mayor = desk.town.staff.person("mayor").toString();
        MockHttpServletResponse answer = desk.sends(
                "clerk",
                desk.taskAt("screenComplaint", "screen"),
                "outcome",
                "ACCEPTED_INQUIRY",
                "reason",
                "มีพยานหลักฐานพอ",
                "verdicts[0].person",
                mayor,
                "verdicts[0].reason",
                "คนละคนกับที่เขียนมา");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .contains("href=\"#verdicts[0].verdict\"", "เลือกว่าใช่ผู้ถูกร้องเรียนหรือไม่", "มีพยานหลักฐานพอ", "คนละคนกับที่เขียนมา");
        assertThat(desk.state()).isEqualTo(CaseState.SCREENING);
    }

    @Test
    void aVerdictOfNoWantsAReason() throws Exception {
        Desk desk = probable();
        MockHttpServletResponse answer = desk.sends(
                "clerk",
                desk.taskAt("screenComplaint", "screen"),
                "outcome",
                "ACCEPTED_INQUIRY",
                "reason",
                "มีพยานหลักฐานพอ",
                "verdicts[0].person",
                desk.town.staff.person("mayor").toString(),
                "verdicts[0].verdict",
                "NOT");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).contains("href=\"#verdicts[0].reason\"");
    }

    @Test
    void judgesAndTakesUpInOneStep() throws Exception {
        Desk desk = probable();
        desk.does(
                "clerk",
                "screenComplaint",
                "screen",
                "outcome",
                "ACCEPTED_INQUIRY",
                "reason",
                "มีพยานหลักฐานพอ",
                "verdicts[0].person",
                desk.town.staff.person("mayor").toString(),
                "verdicts[0].verdict",
                "NOT",
                "verdicts[0].reason",
                "คนละคนกับที่เขียนมา");
        assertThat(desk.state()).isEqualTo(CaseState.ASSIGNING);
        assertThat(desk.sees("personnel", desk.at("")).getContentAsString()).doesNotContain("คนละคนกับที่เขียนมา");
    }

    @Test
    void aSurnameCanWaitAndIsLiftedOnThePageOfTheCase() throws Exception {
        Desk desk = received(
                Kind.CORRUPTION, new Content.Accused("นางสมใจ ทดสอบตาลเดี่ยว", null, null, null));
        desk.does("clerk", "screenComplaint", "screen", "outcome", "ACCEPTED_INQUIRY", "reason", "มีพยานหลักฐานพอ");
        String chief = desk.town.staff.person("chief").toString();
        assertThat(desk.sees("personnel", desk.at("")).getContentAsString()).contains("action=\"" + desk.at("/match") + "\"");
        MockHttpServletResponse empty = desk.sends("personnel", desk.at("/match"), "match.person", chief);
        assertThat(empty.getStatus()).isEqualTo(422);
        assertThat(empty.getContentAsString()).contains("href=\"#match.verdict\"");
        MockHttpServletResponse lifted = desk.sends(
                "personnel",
                desk.at("/match"),
                "match.person",
                chief,
                "match.verdict",
                "NOT",
                "match.reason",
                "ไม่ใช่ญาติกัน");
        assertThat(lifted.getStatus()).isEqualTo(302);
        assertThat(desk.town.in(() -> cases.open(desk.town.officer("personnel"), desk.id()).keptOut()))
                .isEmpty();
    }

    @Test
    void theRulesAreReadByEveryOfficerInBothLanguages() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = received(town, Kind.CORRUPTION);
        String address = "/" + town.shortName + "/desk/rules";
        String thai = desk.sees("works2", address).getContentAsString();
        String english = desk.sees("works2", address + "?lang=en").getContentAsString();
        assertThat(thai.split("<tr", -1)).hasSize(ConflictRule.values().length + 2);
        assertThat(thai).contains("ผู้ถูกร้องเรียนเป็นนายก", "มาตรา ๑๓(๑), ๑๖").doesNotContain("??");
        assertThat(english).contains("The mayor is accused", "s. 13(1), 16").doesNotContain("??");
    }

    @Test
    void anOfficerDeclaresAndEndsATieThatNobodyElseSees() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = received(town, Kind.CORRUPTION);
        String address = "/" + town.shortName + "/desk/relations";
        String finance = town.staff.person("finance").toString();
        MockHttpServletResponse missing = desk.sends("chief", address, "other", finance);
        assertThat(missing.getStatus()).isEqualTo(422);
        assertThat(missing.getContentAsString()).contains("href=\"#kind\"", "value=\"" + finance + "\" selected");
        assertThat(desk.sends("chief", address, "other", finance, "kind", "SIBLING").getStatus()).isEqualTo(302);
        assertThat(desk.sees("chief", address).getContentAsString()).contains("นายfinance ทดสอบฟ้าใส", "/end\"");
        String others = desk.sees("works", address).getContentAsString();
        assertThat(others).contains("ยังไม่ได้แจ้งไว้");
        var tie = town.in(() -> relations.of(town.officer("chief")).getFirst());
        assertThat(desk.sends("finance", address + "/" + tie.id() + "/end").getStatus()).isEqualTo(404);
        assertThat(desk.sends("chief", address + "/" + tie.id() + "/end").getStatus()).isEqualTo(302);
        assertThat(desk.sees("chief", address).getContentAsString()).contains("สิ้นสุดเมื่อ");
    }
}
