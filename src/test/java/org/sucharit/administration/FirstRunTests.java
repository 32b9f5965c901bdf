package org.sucharit.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.sucharit.testing.FormToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.PostView;
import org.sucharit.organisation.Units;
import org.sucharit.testing.OnH2;
import org.sucharit.vault.Keyring;

/** The property gives this class a context, and so an empty database, of its own. */
@SpringBootTest(properties = "spring.application.name=first-run")
@AutoConfigureMockMvc
@OnH2
@ExtendWith(OutputCaptureExtension.class)
class FirstRunTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    SetupCode code;

    @Autowired
    Organisations organisations;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    Keyring keyring;

    @Autowired
    Time time;

    @Test
    void foundsTheFirstOrganisationOnceAndOnlyForWhoeverReadsTheLog(CapturedOutput output) throws Exception {
        code.announce();
        String printed = output.getOut().replaceAll("(?s).*with this code: (\\S+).*", "$1");
        assertThat(mvc.perform(get("/setup")).andReturn().getResponse().getStatus())
                .isEqualTo(200);

        MockHttpServletResponse guessed = send(form("0000-0000-0000-0000-0000"));
        assertThat(guessed.getStatus()).isEqualTo(422);
        assertThat(guessed.getContentAsString())
                .contains("code-error", "value=\"tuayang\"")
                .doesNotContain("a password of mine");
        assertThat(send(form("")).getStatus()).isEqualTo(422);
        MultiValueMap<String, String> mistyped = form(printed);
        mistyped.set("again", "another password");
        assertThat(send(mistyped).getStatus()).isEqualTo(422);
        MultiValueMap<String, String> shortPassword = form(printed);
        shortPassword.set("chosen", "short");
        shortPassword.set("again", "short");
        assertThat(send(shortPassword).getStatus()).isEqualTo(422);
        assertThat(organisations.all()).as("all of it, or none").isEmpty();

        MockHttpServletResponse founded = send(form(printed));
        assertThat(founded.getRedirectedUrl()).isEqualTo("/tuayang/signin");
        OrganisationId id = organisations.find("tuayang").orElseThrow().id();
        CurrentOrganisation.run(id, () -> {
            var administrator = people.serving(PostKind.ADMINISTRATOR, time.today())
                    .getFirst()
                    .person();
            assertThat(administrator.username()).isEqualTo("somying");
            assertThat(keyring.signIn(administrator.id(), "a password of mine")).isPresent();
            assertThat(keyring.mustChangePassword(administrator.id())).isFalse();
            assertThat(units.posts().stream().map(PostView::kind)).contains(PostKind.values());
            assertThat(units.posts().stream().map(PostView::titleTh))
                    .contains("นายกองค์การบริหารส่วนตำบลตัวอย่าง", "ผู้อำนวยการกองช่าง");
        });

        assertThat(mvc.perform(get("/setup")).andReturn().getResponse().getStatus())
                .isEqualTo(404);
        MultiValueMap<String, String> second = form(printed);
        second.set("shortName", "another");
        assertThat(send(second).getStatus()).isEqualTo(404);
        assertThat(organisations.all()).hasSize(1);
        assertThat(code.holds(printed)).isFalse();
    }

    private MockHttpServletResponse send(MultiValueMap<String, String> fields) throws Exception {
        return mvc.perform(post("/setup").params(fields).with(FormToken.sent()))
                .andReturn()
                .getResponse();
    }

    private static MultiValueMap<String, String> form(String code) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("code", code);
        fields.set("kind", "SUBDISTRICT");
        fields.set("nameTh", "องค์การบริหารส่วนตำบลตัวอย่าง");
        fields.set("nameEn", "Tuayang Subdistrict");
        fields.set("shortName", "tuayang");
        fields.set("personTh", "นางสาวสมหญิง ใจดี");
        fields.set("username", "somying");
        fields.set("chosen", "a password of mine");
        fields.set("again", "a password of mine");
        return fields;
    }
}
