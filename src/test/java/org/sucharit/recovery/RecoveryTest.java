package org.sucharit.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.intake.Intake;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.vault.Vouching;

/** Officers and an administrator of a town at their browsers. */
@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import({Town.class, Browsing.class})
abstract class RecoveryTest {

    static final String OWN_PASSWORD = "a password of their own";

    private static final Pattern HALF_CODE = Pattern.compile("(?:[0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}");

    @Autowired
    Town towns;

    @Autowired
    Browsing browser;

    @Autowired
    Intake intake;

    @Autowired
    Keyring keyring;

    @Autowired
    Vault vault;

    @Autowired
    Vouching vouching;

    @Autowired
    JdbcClient jdbc;

    Town.Founded town;
    Officer admin;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        admin = town.officer("admin");
    }

    CaseId receive(Content.Accused... accused) {
        return town.in(() -> intake.register(new RegisterComplaint(
                        Kind.CORRUPTION,
                        ChannelKind.WEB,
                        LocalDate.now(),
                        "เรียกรับเงินค่าออกใบอนุญาต",
                        "เรียกเงินห้าพันบาทจากผู้ขออนุญาตก่อสร้าง",
                        LocalDate.now(),
                        "สำนักงาน",
                        Map.of(),
                        new Reporter.Anonymous(),
                        List.of(accused),
                        Set.of(),
                        true,
                        List.of(),
                        null)))
                .caseId();
    }

    Content.Accused accused(String username) {
        return new Content.Accused(null, null, null, person(username));
    }

    PersonId person(String username) {
        return town.staff.person(username);
    }

    String at(String rest) {
        return "/" + town.shortName + "/desk" + rest;
    }

    boolean opens(Officer officer, CaseId id) {
        return town.in(() -> vault.readers(id).contains(officer.id())) && status(see(officer, "/cases/" + id)) == 200;
    }

    MvcResult see(Officer officer, String rest) {
        try {
            return browser.open(officer, at(rest));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    MvcResult send(Officer officer, String rest, String... fields) {
        try {
            return browser.send(officer, at(rest), form(fields));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The administrator gives the person a new first password. */
    String replaceKey(PersonId person) {
        MvcResult replaced = send(admin, "/admin/people/" + person + "/key", "asked", "true");
        assertThat(status(replaced)).isEqualTo(302);
        return String.valueOf(replaced.getFlashMap().get("password"));
    }

    /** Whoever knows a first password signs in with it and chooses another. */
    Officer choosePassword(PersonId person, String first) {
        return town.in(
                () -> keyring.changePassword(keyring.signIn(person, first).orElseThrow(), first, OWN_PASSWORD));
    }

    /** The holders in this order; the last brings theirs to the district office. */
    MvcResult nameHolders(int needed, PersonId... holders) {
        List<String> fields = new ArrayList<>(List.of("needed", Integer.toString(needed)));
        for (int i = 0; i < holders.length; i++) {
            fields.addAll(List.of("holder" + (i + 1), holders[i].toString()));
            fields.addAll(List.of("authority" + (i + 1), i == holders.length - 1 ? "นายอำเภอทดสอบ" : ""));
        }
        return send(admin, "/admin/recovery", fields.toArray(String[]::new));
    }

    List<String> printed(int needed, String... holders) throws Exception {
        MvcResult named =
                nameHolders(needed, Arrays.stream(holders).map(this::person).toArray(PersonId[]::new));
        assertThat(status(named)).as(body(named)).isEqualTo(302);
        List<String> codes = new ArrayList<>();
        for (String holder : holders) {
            codes.add(code(send(town.officer(holder), "/recovery/sheet")));
        }
        return codes;
    }

    static String code(MvcResult pdf) throws Exception {
        assertThat(pdf.getResponse().getContentType()).isEqualTo("application/pdf");
        try (PDDocument document = Loader.loadPDF(pdf.getResponse().getContentAsByteArray())) {
            return String.join(
                    "-",
                    HALF_CODE
                            .matcher(new PDFTextStripper().getText(document))
                            .results()
                            .map(half -> half.group())
                            .toList());
        }
    }

    List<String> entered(String... acts) {
        return jdbc
                .sql("select act, detail from register_entry where organisation_id = ? order by seq")
                .param(town.id.value())
                .query((row, n) -> row.getString("act") + " " + row.getString("detail"))
                .list()
                .stream()
                .filter(entry -> Arrays.stream(acts).anyMatch(act -> entry.startsWith(act + " ")))
                .toList();
    }

    static MultiValueMap<String, String> form(String... fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int n = 0; n < fields.length; n += 2) {
            form.add(fields[n], fields[n + 1]);
        }
        return form;
    }
}
