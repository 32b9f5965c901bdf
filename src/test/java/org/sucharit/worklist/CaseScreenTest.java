package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.intake.Intake;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Registered;
import org.sucharit.kernel.CaseId;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.FormToken;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.Workflow;

/** Officers of a town at their browsers, over the real services. */
@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import(Town.class)
abstract class CaseScreenTest {

    static final String DETAILS = "เรียกเงินห้าพันบาทจากผู้ขออนุญาตก่อสร้าง";
    static final String REPORTER = "นางสาวผู้แจ้ง ลับมาก";

    @Autowired
    Town towns;

    @Autowired
    Intake intake;

    @Autowired
    Workflow workflow;

    @Autowired
    CaseFiles cases;

    @Autowired
    MockMvc mvc;

    /** A case of a town, and whoever looks at it. */
    final class Desk {

        final Town.Founded town;
        final Registered registered;

        Desk(Town.Founded town, Registered registered) {
            this.town = town;
            this.registered = registered;
        }

        CaseId id() {
            return registered.caseId();
        }

        String at(String rest) {
            return "/" + town.shortName + "/desk/cases/" + id() + rest;
        }

        CaseState state() {
            return town.in(() -> cases.file(id()).state());
        }

        OpenTask task(String step) {
            return town.in(() -> workflow.tasksOf(id())).stream()
                    .filter(task -> task.step().equals(step))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("No task " + step + " in " + state()));
        }

        String taskAt(String step, String action) {
            return "/" + town.shortName + "/desk/tasks/" + task(step).id() + "/" + action;
        }

        MockHttpServletResponse sees(String username, String address) throws Exception {
            return perform(get(address), username);
        }

        MockHttpServletResponse sends(String username, String address, String... fields) throws Exception {
            return perform(filled(post(address), fields), username);
        }

        MockHttpServletResponse sends(String username, String address, MockMultipartFile file, String... fields)
                throws Exception {
            return perform(filled(multipart(address).file(file), fields), username);
        }

        /** Sees the case with the form of the step, sends the form, and is led back to the case. */
        void does(String username, String step, String action, String... fields) throws Exception {
            MockHttpServletResponse page = sees(username, at(""));
            assertThat(page.getStatus()).as(step + " seen by " + username).isEqualTo(200);
            assertThat(page.getContentAsString()).contains("action=\"" + taskAt(step, action) + "\"");
            MockHttpServletResponse answer = sends(username, taskAt(step, action), fields);
            assertThat(answer.getStatus())
                    .as(step + ": " + errors(answer.getContentAsString()))
                    .isEqualTo(302);
            assertThat(answer.getRedirectedUrl()).startsWith("/" + town.shortName + "/desk");
        }

        private MockHttpServletResponse perform(AbstractMockHttpServletRequestBuilder<?> request, String username)
                throws Exception {
            return mvc.perform(request.with(signedIn(username)).with(FormToken.sent()))
                    .andReturn()
                    .getResponse();
        }

        private RequestPostProcessor signedIn(String username) {
            return authentication(UsernamePasswordAuthenticationToken.authenticated(
                    town.officer(username), null, AuthorityUtils.createAuthorityList("OFFICER")));
        }
    }

    Desk received(Kind kind, Content.Accused... accused) {
        return received(towns.found(), kind, accused);
    }

    Desk received(Town.Founded town, Kind kind, Content.Accused... accused) {
        return received(town, kind, new Reporter.Identity(REPORTER, null, "0810000000", null), accused);
    }

    /** By the web form, confidentially. */
    Desk received(Town.Founded town, Kind kind, Reporter.Identity reporter, Content.Accused... accused) {
        return new Desk(
                town,
                town.in(() -> intake.register(new RegisterComplaint(
                        kind,
                        ChannelKind.WEB,
                        LocalDate.now(),
                        "เรียกรับเงินค่าออกใบอนุญาต",
                        DETAILS,
                        LocalDate.now(),
                        "สำนักงาน",
                        Map.of(),
                        new Reporter.Confidential(reporter),
                        List.of(accused),
                        Set.of(),
                        true,
                        List.of(),
                        null))));
    }

    static Content.Accused accused(Town.Founded town, String username) {
        return new Content.Accused(null, null, null, town.staff.person(username));
    }

    private static AbstractMockHttpServletRequestBuilder<?> filled(
            AbstractMockHttpServletRequestBuilder<?> request, String... fields) {
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return request;
    }

    private static String errors(String page) {
        int at = page.indexOf("error-summary");
        return at < 0 ? "" : page.substring(at, Math.min(page.length(), at + 600));
    }
}
