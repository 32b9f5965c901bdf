package org.sucharit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.sucharit.casefile.Kind;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.WoundClock;
import org.sucharit.organisation.AddPerson;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.FoundOrganisation;
import org.sucharit.organisation.OrganisationKind;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.People;
import org.sucharit.organisation.Settings;
import org.sucharit.testing.OnH2;
import org.sucharit.vault.Keyring;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
class FiguresPagesTests {

    private static final String PASSWORD = "long enough to try";

    @Autowired
    MockMvc web;

    @Autowired
    Organisations organisations;

    @Autowired
    People people;

    @Autowired
    Keyring keyring;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WoundClock clock;

    final OrganisationId organisation = OrganisationId.random();
    final String org = "t" + UUID.randomUUID().toString().substring(0, 13);

    /** Two cases of October and one of January, of which one is closed and one is the clerk's. */
    @BeforeEach
    void found() {
        clock.windTo(Instant.parse("2027-03-15T05:00:00Z"));
        organisations.found(new FoundOrganisation(
                organisation,
                org,
                OrganisationKind.SUBDISTRICT,
                "=1+1, \"อบต.\"",
                "=1+1, \"SAO\"",
                Settings.DEFAULTS,
                Set.of(ChannelKind.BOX)));
        CaseRow.open(Kind.TIP, ChannelKind.BOX, LocalDate.of(2026, 10, 6))
                .closed(LocalDate.of(2026, 11, 1))
                .in(jdbc, organisation);
        CaseRow.open(Kind.MISCONDUCT, ChannelKind.HOTLINE, LocalDate.of(2026, 10, 9))
                .in(jdbc, organisation);
        CaseRow.open(LocalDate.of(2027, 1, 31)).in(jdbc, organisation);
        CaseRow.open(LocalDate.of(2026, 10, 1)).in(jdbc, OrganisationId.random());
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void tellsEverybodyTheTotalsByMonth() throws Exception {
        web.perform(get("/api/{org}/statistics?fiscalYear=2570", org))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fiscalYear").value(2570))
                .andExpect(jsonPath("$.asOf").value("2027-03-14"))
                .andExpect(jsonPath("$.months.length()").value(12))
                .andExpect(jsonPath("$.months[0].month").value("2026-10"))
                .andExpect(jsonPath("$.months[0].received").value(2))
                .andExpect(jsonPath("$.months[0].inProgress").value(1))
                .andExpect(jsonPath("$.months[0].finished").value(1))
                .andExpect(jsonPath("$.months[1].received").value(0))
                .andExpect(jsonPath("$.months[11].month").value("2027-09"))
                .andExpect(jsonPath("$.totals.received").value(3))
                .andExpect(jsonPath("$.totals.inProgress").value(2))
                .andExpect(jsonPath("$.totals.finished").value(1));
    }

    /** The attack: to ask every minute, and see when a report came in, and so who sent it. */
    @Test
    void tellsOfNothingOnTheDayOnWhichItHappens() throws Exception {
        CaseRow.open(LocalDate.of(2027, 3, 15)).in(jdbc, organisation);
        CaseRow.open(LocalDate.of(2027, 2, 1)).closed(LocalDate.of(2027, 3, 15)).in(jdbc, organisation);
        String before = text(get("/api/{org}/statistics?fiscalYear=2570", org));
        assertThat(before).contains("\"totals\":{\"received\":4,\"inProgress\":3,\"finished\":1}");
        clock.windTo(Instant.parse("2027-03-15T17:00:00Z"));
        assertThat(text(get("/api/{org}/statistics?fiscalYear=2570", org)))
                .contains("\"totals\":{\"received\":5,\"inProgress\":3,\"finished\":2}");
    }

    @Test
    void tellsThePublicNothingByKindOrChannel() throws Exception {
        String json = text(get("/api/{org}/statistics?fiscalYear=2570", org));
        assertThat(json).doesNotContainIgnoringCase("kind").doesNotContainIgnoringCase("channel");
        assertThat(json).doesNotContain("MISCONDUCT").doesNotContain("HOTLINE");
        assertThat(text(get("/{org}/transparency", org)))
                .doesNotContain("MISCONDUCT")
                .doesNotContain("HOTLINE");
    }

    @Test
    void takesThePresentYearUnlessAnotherIsAskedFor() throws Exception {
        web.perform(get("/api/{org}/statistics", org))
                .andExpect(jsonPath("$.fiscalYear").value(2570));
        web.perform(get("/api/{org}/statistics?fiscalYear=๒๕๖๙", org))
                .andExpect(jsonPath("$.fiscalYear").value(2569))
                .andExpect(jsonPath("$.totals.received").value(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "", "2499", "2700", "25700", "-2570", "2570.5", "99999999999999999999"})
    void refusesWhatIsNoYearOrFarOut(String year) throws Exception {
        web.perform(get("/api/{org}/statistics?lang=en", org).param("fiscalYear", year))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.errors[0].field").value("fiscalYear"))
                .andExpect(jsonPath("$.errors[0].message")
                        .value("Give the fiscal year as four digits of the Buddhist era, from 2500 to 2699"));
        web.perform(get("/{org}/transparency", org).param("fiscalYear", year))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("พ.ศ. สี่หลัก")));
    }

    @Test
    void saysThatAYearHasNotBegun() throws Exception {
        assertThat(text(get("/{org}/transparency?fiscalYear=2571&lang=en", org)))
                .contains("This fiscal year has not begun");
        assertThat(text(get("/{org}/transparency?fiscalYear=2570&lang=en", org)))
                .doesNotContain("has not begun")
                .contains("has not ended");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/nobody/statistics", "/api/nobody/statistics.csv", "/nobody/transparency"})
    void findsNothingWhereThereIsNoOrganisation(String address) throws Exception {
        web.perform(get(address)).andExpect(status().isNotFound());
    }

    @Test
    void opensTheDeskOnlyToOfficers() throws Exception {
        web.perform(get("/{org}/desk/figures", org)).andExpect(status().is3xxRedirection());
        web.perform(get("/{org}/desk/figures.csv", org)).andExpect(status().is3xxRedirection());
    }

    @Test
    void showsAnOfficerAllTotalsButOnlyTheirOwnBreakdown() throws Exception {
        PersonId clerk = enrol();
        CaseRow.open(Kind.GRIEVANCE, ChannelKind.POST, LocalDate.of(2026, 12, 1))
                .in(jdbc, organisation)
                .heldBy(clerk, "ACTIVE", jdbc, organisation);
        String page =
                text(get("/{org}/desk/figures?fiscalYear=2570&lang=en", org).with(signedIn(clerk)));
        assertThat(page)
                .contains("Cases that you can open")
                .contains("1 of 3 cases (33%)")
                .containsPattern("(?i)kind\\.GRIEVANCE|Grievance")
                .doesNotContainPattern("(?i)kind\\.MISCONDUCT|Misconduct|channel\\.HOTLINE|hotline");
    }

    @Test
    void givesTheTableOfThePageAsAFile() throws Exception {
        PersonId clerk = enrol();
        List<List<String>> rows =
                table(get("/{org}/desk/figures.csv?fiscalYear=2570", org).with(signedIn(clerk)), 6);
        assertThat(rows).hasSize(14);
        assertThat(rows.getFirst())
                .containsExactly(
                        "หน่วยงาน",
                        "ปีงบประมาณ",
                        "ประจำเดือน",
                        "จำนวนข้อร้องเรียน",
                        "อยู่ระหว่างดำเนินการ",
                        "ดำเนินการแล้วเสร็จ");
        assertThat(rows.get(1)).containsExactly("'=1+1, \"อบต.\"", "2570", "ตุลาคม ๒๕๖๙", "2", "1", "1");
        assertThat(rows.get(2)).containsExactly("'=1+1, \"อบต.\"", "2570", "พฤศจิกายน ๒๕๖๙", "0", "0", "0");
        assertThat(rows.getLast()).containsExactly("'=1+1, \"อบต.\"", "2570", "รวม", "3", "2", "1");
    }

    @Test
    void givesEverybodyTheMonthsAsAFile() throws Exception {
        List<List<String>> rows = table(get("/api/{org}/statistics.csv?fiscalYear=2570", org), 5);
        assertThat(rows).hasSize(13);
        assertThat(rows.getFirst()).containsExactly("fiscalYear", "month", "received", "inProgress", "finished");
        assertThat(rows.get(1)).containsExactly("2570", "2026-10", "2", "1", "1");
        assertThat(rows.get(4)).containsExactly("2570", "2027-01", "1", "1", "0");
        assertThat(rows.getLast()).containsExactly("2570", "2027-09", "0", "0", "0");
        web.perform(get("/api/{org}/statistics.csv?fiscalYear=2570", org))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", "attachment; filename=\"" + org + "-2570.csv\""));
    }

    @Test
    void leadsToTheYearsBeside() throws Exception {
        web.perform(get("/{org}/transparency?fiscalYear=2570", org))
                .andExpect(content().string(containsString("transparency?fiscalYear=2569")))
                .andExpect(content().string(containsString("transparency?fiscalYear=2571")));
        web.perform(get("/{org}/transparency?fiscalYear=2699", org))
                .andExpect(content().string(not(containsString("fiscalYear=2700"))));
    }

    private List<List<String>> table(
            org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request, int columns)
            throws Exception {
        byte[] bytes = web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        String text = new String(bytes, StandardCharsets.UTF_8).substring(1);
        String[] names = new String[columns];
        for (int n = 0; n < columns; n++) {
            names[n] = "C" + n;
        }
        List<List<String>> rows = new ArrayList<>();
        try (ResultSet parsed = new org.h2.tools.Csv().read(new StringReader(text), names)) {
            while (parsed.next()) {
                List<String> row = new ArrayList<>();
                for (int n = 1; n <= columns; n++) {
                    row.add(parsed.getString(n));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private String text(org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder request)
            throws Exception {
        return web.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }

    private PersonId enrol() {
        return CurrentOrganisation.in(organisation, () -> {
            AddPerson clerk = new AddPerson("clerk", "นางสาวสมศรี รักงาน", "", "", "");
            people.add(clerk, null);
            keyring.enrol(clerk.id(), PASSWORD, false);
            return clerk.id();
        });
    }

    private RequestPostProcessor signedIn(PersonId person) {
        return CurrentOrganisation.in(
                organisation,
                () -> authentication(UsernamePasswordAuthenticationToken.authenticated(
                        keyring.signIn(person, PASSWORD).orElseThrow(),
                        null,
                        AuthorityUtils.createAuthorityList("OFFICER"))));
    }
}
