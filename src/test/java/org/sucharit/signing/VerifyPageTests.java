package org.sucharit.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.FoundOrganisation;
import org.sucharit.organisation.OrganisationKind;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.Settings;
import org.sucharit.signing.Authority.Identity;
import org.sucharit.signing.Authority.Wish;
import org.sucharit.testing.OnH2;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyPageTests {

    private static final String TOWN = "signing-town";
    private static final Identity KEY = new Authority("Issuer")
            .issue(Wish.of("C=TH,O=Signing Town,CN=Mayor").key("EC", 256));

    @Autowired
    MockMvc web;

    @Autowired
    Organisations organisations;

    @Autowired
    Signing signing;

    @DynamicPropertySource
    static void key(DynamicPropertyRegistry settings) throws IOException {
        Path folder = Files.createTempDirectory("verify-page");
        Path file = KEY.pkcs12(folder);
        Path password = Files.writeString(folder.resolve("password"), Authority.PASSWORD);
        settings.add("sucharit.signing.keys." + TOWN + ".pkcs12", file::toString);
        settings.add("sucharit.signing.keys." + TOWN + ".password-file", password::toString);
    }

    @BeforeAll
    void found() {
        for (String name : List.of(TOWN, "neighbour")) {
            OrganisationId id = OrganisationId.random();
            CurrentOrganisation.run(
                    id,
                    () -> organisations.found(new FoundOrganisation(
                            id,
                            name,
                            OrganisationKind.SUBDISTRICT,
                            "อบต. " + name,
                            name,
                            Settings.DEFAULTS,
                            EnumSet.of(ChannelKind.WEB))));
        }
    }

    @Test
    void saysInPlainWordsWhoSignedAndWhen() throws Exception {
        byte[] signed = ((Signed.With) signing.sign(TOWN, Samples.pdf(), Samples.MAYOR)).pdf();
        send(TOWN, signed, "th")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("หน่วยงานนี้ลงนามและไม่มีการแก้ไข")))
                .andExpect(content().string(containsString(Samples.MAYOR.signer())))
                .andExpect(content().string(containsString("Signing Town")))
                .andExpect(content().string(containsString("๒๕")));
        send(TOWN, signed, "en")
                .andExpect(content().string(containsString("Signed by this organisation and unchanged")));
        send("neighbour", signed, "en").andExpect(content().string(containsString("Signed by another organisation")));
        signed[signed.length / 2] ^= 1;
        send(TOWN, signed, "en")
                .andExpect(content().string(not(containsString("and unchanged"))))
                .andExpect(content().string(not(containsString(Samples.MAYOR.name()))));
    }

    @Test
    void saysWhatItMeansThatAFileIsNotSigned() throws Exception {
        send(TOWN, Samples.pdf(), "en")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Not signed electronically")));
        send(TOWN, "a letter".getBytes(StandardCharsets.UTF_8), "en")
                .andExpect(content().string(containsString("Not a PDF file")));
    }

    @Test
    void showsNothingOfAStrangersNameAsMarkup() throws Exception {
        Identity stranger = Authority.selfSigned(Wish.of("CN=<b>Mayor</b>").key("EC", 256));
        Path folder = Files.createTempDirectory("stranger");
        send(TOWN, Samples.signed(Samples.signing(stranger, folder), Samples.pdf()), "en")
                .andExpect(content().string(containsString("&lt;b&gt;Mayor")))
                .andExpect(content().string(not(containsString("<b>Mayor"))));
    }

    @Test
    void asksForAFileWhereNoneWasChosen() throws Exception {
        send(TOWN, new byte[0], "en")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose a PDF file")));
        web.perform(multipart("/" + TOWN + "/verify")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void leavesNoCookie() throws Exception {
        web.perform(get("/" + TOWN + "/verify"))
                .andExpect(status().isOk())
                .andExpect(cookie().doesNotExist("JSESSIONID"))
                .andExpect(content().string(not(containsString("_csrf"))));
        send(TOWN, Samples.pdf(), "th").andExpect(cookie().doesNotExist("JSESSIONID"));
        web.perform(get("/" + TOWN)).andExpect(content().string(containsString("/" + TOWN + "/verify")));
    }

    @Test
    void isNotThereForAnOrganisationThatIsNot() throws Exception {
        web.perform(get("/nowhere/verify")).andExpect(status().isNotFound());
        send("nowhere", Samples.pdf(), "en").andExpect(status().isNotFound());
    }

    @Test
    void answersEveryoneWhereManySendAtOnce() throws Exception {
        byte[] large = new byte[Verifier.LARGEST - 10];
        System.arraycopy("%PDF-1.7".getBytes(StandardCharsets.US_ASCII), 0, large, 0, 8);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            work.add(() -> send(TOWN, large, "en").andReturn().getResponse().getStatus());
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<Integer> done : threads.invokeAll(work)) {
                assertThat(done.get()).isIn(200, 429);
            }
        }
        assertThat(send(TOWN, large, "en").andReturn().getResponse().getStatus())
                .isEqualTo(200);
    }

    private ResultActions send(String organisation, byte[] file, String language) throws Exception {
        return web.perform(multipart("/" + organisation + "/verify")
                .file(new MockMultipartFile("file", "paper.pdf", "application/pdf", file))
                .param("lang", language));
    }
}
