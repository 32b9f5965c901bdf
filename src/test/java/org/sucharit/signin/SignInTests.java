package org.sucharit.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.sucharit.testing.FormToken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.AddPerson;
import org.sucharit.organisation.People;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Keyring;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import(Town.class)
class SignInTests {

    @Autowired
    Town towns;

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Keyring keyring;

    @Autowired
    TransactionTemplate transaction;

    private Town.Founded town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @Test
    void leadsBackToWhereOneWantedToGoButNeverElsewhere() throws Exception {
        assertThat(signIn("clerk", Town.PASSWORD, at("/desk/entry"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(at("/desk/entry"));
        for (String elsewhere :
                new String[] {"https://example.org", "//example.org", at("/desk/../x"), "/other/desk"}) {
            assertThat(signIn("clerk", Town.PASSWORD, elsewhere).getResponse().getRedirectedUrl())
                    .isEqualTo(at("/desk"));
        }
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfNobody() throws Exception {
        String wrong = signIn("clerk", "wrong password", "").getResponse().getContentAsString();
        String nobody = signIn("nobody", "wrong password", "").getResponse().getContentAsString();
        assertThat(wrong).contains("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง");
        assertThat(withoutToken(nobody).replace("nobody", "clerk")).isEqualTo(withoutToken(wrong));
    }

    @Test
    void makesWhoeverGuessesWait() throws Exception {
        for (int n = 0; n < 5; n++) {
            assertThat(signIn("legal", "guess number " + n, "").getResponse().getStatus())
                    .isEqualTo(422);
        }
        assertThat(signIn("legal", Town.PASSWORD, "").getResponse().getStatus()).isEqualTo(429);
    }

    @Test
    void opensNoPageBeforeAPasswordThatSomebodyElseSetIsChanged() throws Exception {
        town.run(() -> transaction.executeWithoutResult(status -> {
            PersonId fresh = people.add(new AddPerson("fresh", "นายใหม่ มาถึง", "Fresh", "", ""), null);
            keyring.enrol(fresh, "set by somebody else", true);
        }));
        Visitor fresh = new Visitor(mvc);
        MvcResult in = fresh.signIn(town.shortName, "fresh", "set by somebody else");
        assertThat(in.getResponse().getRedirectedUrl()).isEqualTo(at("/desk/password"));

        assertThat(fresh.open(at("/desk")).getResponse().getRedirectedUrl()).isEqualTo(at("/desk/password"));
        assertThat(fresh.open(at("/desk/password")).getResponse().getContentAsString())
                .contains("รหัสผ่านนี้ผู้อื่นเป็นผู้ตั้ง");
        MvcResult changed = fresh.send(
                at("/desk/password"),
                "present",
                "set by somebody else",
                "chosen",
                "chosen by myself",
                "again",
                "chosen by myself");
        assertThat(changed.getFlashMap().get("done")).isEqualTo("เปลี่ยนรหัสผ่านแล้ว");
        assertThat(fresh.open(at("/desk")).getResponse().getStatus()).isEqualTo(200);
    }

    private MvcResult signIn(String username, String password, String to) throws Exception {
        return mvc.perform(post(at("/signin"))
                        .with(FormToken.sent())
                        .param("username", username)
                        .param("password", password)
                        .param("to", to))
                .andReturn();
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private String at(String path) {
        return "/" + town.shortName + path;
    }
}
