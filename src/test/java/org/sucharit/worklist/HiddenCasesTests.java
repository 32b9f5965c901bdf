package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Correspondence;
import org.sucharit.testing.FormToken;

/**
 * A case that is hidden from somebody answers, byte for byte, as one that was never there: at every address of the desk
 * that takes a case, a task or a file. The addresses are asked of the application, so a new one is tested by being there.
 */
class HiddenCasesTests extends CaseScreenTest {

    /** Whatever a form of the desk may ask for, so that what is checked first does not hide what is checked next. */
    private static final Map<String, String> FILLED = Map.ofEntries(
            Map.entry("reason", "เหตุผลที่ยาวพอ"),
            Map.entry("text", "ข้อความ"),
            Map.entry("how", "โทรศัพท์"),
            Map.entry("outcome", "ACCEPTED_INQUIRY"),
            Map.entry("agreed", "true"),
            Map.entry("holdReason", "เหตุผลที่ยาวพอ"),
            Map.entry("liftReason", "เหตุผลที่ยาวพอ"),
            Map.entry("askReason", "เหตุผลที่ยาวพอ"),
            Map.entry("refusal", "เหตุผลที่ยาวพอ"),
            Map.entry("recipient", "ศาล"),
            Map.entry("all", "true"),
            Map.entry("note.text", "ข้อความ"),
            Map.entry("message.text", "ข้อความ"),
            Map.entry("reopen.reason", "ข้อความ"),
            Map.entry("leave.reason", "ข้อความ"),
            Map.entry("accused.name", "ใครคนหนึ่ง"),
            Map.entry("evidence.title", "หลักฐาน"),
            Map.entry("view", "AGREE"),
            Map.entry("directive", "APPROVED"),
            Map.entry("person", UUID.randomUUID().toString()));

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Correspondence correspondence;

    /** An address with the ids in it left open. */
    private record Address(HttpMethod method, String pattern) {}

    private record Ids(String caseId, String taskId, String fileId) {

        static Ids nobodys() {
            return new Ids(random(), random(), random());
        }

        private static String random() {
            return UUID.randomUUID().toString();
        }

        String in(String pattern, String org) {
            return pattern.replace("{org}", org)
                    .replace("{caseId}", caseId)
                    .replace("{taskId}", taskId)
                    .replace("{fileId}", fileId)
                    .replace("/**", "/x")
                    .replace("/*", "/x");
        }
    }

    private List<Address> addresses() {
        List<Address> all = new ArrayList<>();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                if (pattern.startsWith("/{org}/desk")
                        && (pattern.contains("{caseId}") || pattern.contains("{taskId}"))) {
                    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
                    (methods.isEmpty() ? Set.of(RequestMethod.GET, RequestMethod.POST) : methods)
                            .forEach(method -> all.add(new Address(method.asHttpMethod(), pattern)));
                }
            }
        }
        return all;
    }

    @Test
    void answerAsIfTheyHadNeverBeen() throws Exception {
        Desk desk = received(towns.found(), Kind.CORRUPTION);
        desk.town.run(() -> correspondence.receive(
                desk.registered.forReporter().orElseThrow(),
                "แนบไฟล์",
                List.of(Upload.of("a.txt", "text/plain", "x".getBytes(StandardCharsets.UTF_8)))));
        Desk accusing = received(desk.town, Kind.CORRUPTION, accused(desk.town, "finance"));
        String file = desk.town.in(() -> cases.open(desk.town.officer("clerk"), desk.id())
                .files()
                .getFirst()
                .id()
                .toString());
        Ids hidden =
                new Ids(desk.id().toString(), desk.task("screenComplaint").id().toString(), file);
        Ids ofTheAccused = new Ids(
                accusing.id().toString(), accusing.task("screenComplaint").id().toString(), file);

        List<Address> addresses = addresses();
        assertThat(addresses).hasSizeGreaterThan(50);
        Set<String> told = new TreeSet<>();
        for (Address address : addresses) {
            for (Map<String, String> fields : List.of(Map.<String, String>of(), FILLED)) {
                compare(desk, "works", address, fields, hidden, told);
                compare(desk, "admin", address, fields, hidden, told);
                compare(accusing, "finance", address, fields, ofTheAccused, told);
            }
        }
        assertThat(told).as("addresses that tell a hidden case from none").isEmpty();
        // The ids are those of cases that are there for who may see them.
        assertThat(desk.sees("clerk", hidden.in("/{org}/desk/cases/{caseId}", desk.town.shortName))
                        .getStatus())
                .isEqualTo(200);
    }

    private void compare(
            Desk desk, String who, Address address, Map<String, String> fields, Ids hidden, Set<String> told)
            throws Exception {
        Ids nobodys = Ids.nobodys();
        String one = answer(desk, who, address, fields, hidden);
        String other = answer(desk, who, address, fields, nobodys);
        if (!one.equals(other)) {
            told.add(address + " " + who + " " + fields.size() + ": " + first(one) + " / " + first(other));
        }
    }

    private static String first(String answer) {
        return answer.substring(0, Math.min(100, answer.length())).replace('\n', ' ');
    }

    private String answer(Desk desk, String who, Address address, Map<String, String> fields, Ids ids)
            throws Exception {
        String org = desk.town.shortName;
        var request = request(address.method(), URI.create(ids.in(address.pattern(), org)));
        fields.forEach(request::param);
        MockHttpServletResponse response = mvc.perform(
                        request.with(authentication(UsernamePasswordAuthenticationToken.authenticated(
                                        desk.town.officer(who), null, AuthorityUtils.createAuthorityList("OFFICER"))))
                                .with(FormToken.sent()))
                .andReturn()
                .getResponse();
        String headers = new TreeSet<>(response.getHeaderNames())
                .stream()
                        .map(name -> name + ": " + response.getHeaders(name))
                        .toList()
                        .toString();
        return neutral(response.getStatus() + "\n" + headers + "\n" + response.getContentAsString(), ids);
    }

    /** Without what is another at each request, and without the ids that were asked for. */
    private static String neutral(String answer, Ids ids) {
        return answer.replace(ids.caseId(), "CASE")
                .replace(ids.taskId(), "TASK")
                .replace(ids.fileId(), "FILE")
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "")
                .replaceAll("(?i)nonce-[A-Za-z0-9+/=_-]+|nonce=\"[^\"]*\"", "");
    }
}
