package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.sucharit.assignment.Assignments;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.casefile.Upload;
import org.sucharit.decision.Closing;
import org.sucharit.decision.Decisions;
import org.sucharit.decision.Endorsements;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.DecideScreening;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Screening;
import org.sucharit.investigation.Investigations;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.People;
import org.sucharit.retention.Retention;
import org.sucharit.workflow.TaskId;

/** Whatever somebody writes in any field stays what they wrote, on every page that shows it. */
class OutputEncodingTests extends CaseScreenTest {

    /** Would begin a script, leave an attribute, or be filled in as a template. */
    private static final String HOSTILE =
            "QX\"'><script>alert(1)</script><img src=x onerror=alert(2)>${7*7}#{x}[[${9*9}]]";

    private static final List<String> RAW =
            List.of("<script>alert", "<img src=x", "QX\"'>", "QX\">", "49#{x}", "[[81]]");

    @Autowired
    Screening screening;

    @Autowired
    Assignments assignments;

    @Autowired
    Investigations investigations;

    @Autowired
    Endorsements endorsements;

    @Autowired
    Decisions decisions;

    @Autowired
    Closing closing;

    @Autowired
    Correspondence correspondence;

    @Autowired
    Retention retention;

    @Autowired
    People people;

    private Desk everywhere() {
        var town = towns.found();
        Desk desk = new Desk(
                town,
                town.in(() -> intake.register(new RegisterComplaint(
                        Kind.CORRUPTION,
                        ChannelKind.WEB,
                        LocalDate.now(),
                        HOSTILE,
                        HOSTILE,
                        LocalDate.now(),
                        HOSTILE,
                        Map.of(),
                        new Reporter.Confidential(new Reporter.Identity(HOSTILE, HOSTILE, "0810000000", null)),
                        List.of(new Content.Accused(HOSTILE, HOSTILE, HOSTILE, null)),
                        Set.of(),
                        true,
                        List.of(file()),
                        null))));
        town.run(() -> {
            correspondence.receive(desk.registered.forReporter().orElseThrow(), HOSTILE, List.of(file()));
            screening.decide(
                    town.officer("clerk"),
                    next(desk),
                    new DecideScreening(
                            ScreeningOutcome.ACCEPTED_INQUIRY,
                            null,
                            HOSTILE,
                            null,
                            null,
                            List.of(new Content.Accused(HOSTILE, null, null, null))));
            assignments.assign(
                    town.officer("personnel"), next(desk), new Content.Assignment(town.staff.person("legal"), HOSTILE));
            assignments.accept(town.officer("legal"), next(desk));
            investigations.note(town.officer("legal"), desk.id(), HOSTILE);
            investigations.interview(town.officer("legal"), desk.id(), HOSTILE, LocalDate.now(), HOSTILE);
            investigations.evidence(town.officer("legal"), desk.id(), HOSTILE, HOSTILE, List.of(file()));
            retention.hold(town.officer("legal"), desk.id(), HOSTILE);
            correspondence.write(town.officer("legal"), desk.id(), HOSTILE);
            correspondence.reportReprisal(desk.registered.forReporter().orElseThrow(), HOSTILE);
        });
        return desk;
    }

    private static Upload file() {
        return Upload.of("a\"; filename=\"x.html" + HOSTILE, "text/html", "<script>".getBytes(StandardCharsets.UTF_8));
    }

    private TaskId next(Desk desk) {
        return workflow.tasksOf(desk.id()).stream()
                .filter(task -> !task.step().equals("protectReporter"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    @Test
    void showsWhatWasWrittenAsItWasWritten() throws Exception {
        Desk desk = everywhere();
        pages(desk, "legal", false);
        desk.town.run(() -> {
            investigations.conclude(
                    desk.town.officer("legal"),
                    next(desk),
                    new Content.Findings(Content.Findings.Result.PARTLY, HOSTILE, HOSTILE, HOSTILE));
            endorsements.giveOpinion(desk.town.officer("office"), next(desk), Content.Opinion.View.AGREE, HOSTILE);
            endorsements.giveOpinion(desk.town.officer("chief"), next(desk), Content.Opinion.View.DISAGREE, HOSTILE);
        });
        pages(desk, "mayor", false);
        desk.town.run(() -> decisions.direct(desk.town.officer("mayor"), next(desk), Directive.APPROVED, HOSTILE));
        desk.town.run(() -> closing.notifyReporter(desk.town.officer("personnel"), next(desk), HOSTILE, HOSTILE));
        pages(desk, "personnel", true);
        follow(desk);
    }

    private void pages(Desk desk, String who, boolean all) throws Exception {
        String org = "/" + desk.town.shortName + "/desk";
        clean(desk.sees(who, desk.at("")), true);
        clean(desk.sees(who, org), false);
        clean(desk.sees(who, org + "/cases?closed=true"), true);
        clean(desk.sees(who, desk.at("/keeping")), true);
        clean(desk.sees(who, org + "/cases?number=" + encoded()), false);
        if (all) {
            clean(desk.sees(who, desk.at("/export/subject")), true);
            clean(desk.sends(who, desk.at("/identity"), "reason", HOSTILE), true);
            clean(desk.sends(who, desk.at("/keeping/hold"), "holdReason", HOSTILE), false);
            clean(desk.sends(who, desk.at("/export"), "recipient", HOSTILE, "reason", ""), true);
            clean(desk.sends(who, desk.at("/notes"), "note.text", HOSTILE), false);
        }
    }

    private static String encoded() {
        return java.net.URLEncoder.encode(HOSTILE, StandardCharsets.UTF_8);
    }

    private void follow(Desk desk) throws Exception {
        String org = "/" + desk.town.shortName;
        clean(
                mvc.perform(post(org + "/follow")
                                .param(
                                        "receipt",
                                        desk.registered
                                                .forReporter()
                                                .orElseThrow()
                                                .digits()))
                        .andReturn()
                        .getResponse(),
                true);
        clean(
                mvc.perform(post(org + "/follow").param("receipt", HOSTILE))
                        .andReturn()
                        .getResponse(),
                true);
        clean(
                mvc.perform(post(org + "/report")
                                .param("subject", HOSTILE)
                                .param("details", HOSTILE)
                                .param("step", "CHECK"))
                        .andReturn()
                        .getResponse(),
                false);
        clean(
                mvc.perform(get(URI.create(org + "/" + encoded().replace("+", "%20"))))
                        .andReturn()
                        .getResponse(),
                false);
    }

    /** @param shown whether the words must be there, made harmless */
    private static void clean(MockHttpServletResponse answer, boolean shown) throws Exception {
        String page = answer.getContentAsString();
        for (String raw : RAW) {
            int at = page.indexOf(raw);
            assertThat(at < 0 ? "" : page.substring(Math.max(0, at - 100), Math.min(page.length(), at + 60)))
                    .as(raw)
                    .isEmpty();
        }
        if (shown) {
            assertThat(page).contains("&lt;script&gt;alert(1)");
        }
    }

    @Test
    void savesAFileUnderAHarmlessNameAndType() throws Exception {
        Desk desk = everywhere();
        for (var file : desk.town.in(
                () -> cases.open(desk.town.officer("legal"), desk.id()).files())) {
            if (file.document() != null || file.tellsReporter()) {
                continue;
            }
            MockHttpServletResponse answer = desk.sees("legal", desk.at("/files/" + file.id() + "/original"));
            assertThat(answer.getContentType()).isEqualTo("application/octet-stream");
            assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.getHeader("Content-Disposition"))
                    .startsWith("attachment;")
                    .doesNotContain("\n", "\r", "; filename=\"x.html");
        }
    }
}
