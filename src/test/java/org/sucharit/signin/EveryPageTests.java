package org.sucharit.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** Every address of the application, as the public and as officers meet it. */
@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import(Town.class)
class EveryPageTests {

    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>");
    private static final Pattern STYLE = Pattern.compile("<style|<[a-z][^>]*\\sstyle=", Pattern.CASE_INSENSITIVE);
    private static final Pattern HANDLER = Pattern.compile("<[a-z][^>]*\\son[a-z]+=", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELSEWHERE =
            Pattern.compile("<(?:script|link|img|iframe|object|embed|form|source|use)[^>]*(?:src|href|action|data)="
                    + "\"(?:https?:)?//[^\"]*\"");

    /** Forms of the public, which are sent without a session and so have nothing that a forged one could use. */
    private static final Pattern PUBLIC = Pattern.compile("/[^/]+/(?:report|follow|verify|register)(?:/.*)?|/api/.*");

    @Autowired
    Town towns;

    @Autowired
    MockMvc mvc;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private Town.Founded town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @Test
    void saysToTheBrowserWhatItMayNotDo() throws Exception {
        Set<String> pages = addresses(RequestMethod.GET);
        assertThat(pages).hasSizeGreaterThan(40);
        for (String page : pages) {
            for (RequestPostProcessor who : List.of(nobody(), as("clerk"), as("admin"), as("mayor"))) {
                check(
                        page,
                        mvc.perform(get(URI.create(page)).with(who)).andReturn().getResponse());
            }
        }
        var secure =
                mvc.perform(get("/" + town.shortName).secure(true)).andReturn().getResponse();
        assertThat(secure.getHeader("Strict-Transport-Security")).contains("max-age=31536000");
    }

    private static void check(String page, MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getHeader("Content-Security-Policy"))
                .as(page)
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .contains("base-uri 'none'")
                .contains("form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.getHeader("X-Content-Type-Options")).as(page).isEqualTo("nosniff");
        assertThat(answer.getHeader("X-Frame-Options")).as(page).isEqualTo("DENY");
        assertThat(answer.getHeader("Referrer-Policy")).as(page).isEqualTo("no-referrer");
        assertThat(answer.getHeader("Permissions-Policy")).as(page).contains("camera=()");
        assertThat(answer.getHeader("Cross-Origin-Opener-Policy")).as(page).isEqualTo("same-origin");
        assertThat(answer.getHeader("Cross-Origin-Resource-Policy")).as(page).isEqualTo("same-origin");
        if (page.contains("/desk") || page.contains("/follow") || page.contains("/signin")) {
            // A sample paper, which is of no case, may be asked about again rather than sent again.
            assertThat(answer.getHeader("Cache-Control"))
                    .as(page)
                    .containsPattern(page.contains("/desk/admin/") ? "no-store|max-age=0.*private" : "no-store");
        }
        assertThat(answer.getCookies())
                .as(page)
                .allMatch(cookie -> cookie.isHttpOnly() && "Strict".equals(cookie.getAttribute("SameSite")));
        String type = answer.getContentType();
        if (type != null && type.startsWith("text/html")) {
            String body = answer.getContentAsString();
            assertThat(body).as(page).startsWith("<!DOCTYPE html>"); // or browsers lay out as in the last century
            assertThat(body).as(page).doesNotContainPattern(INLINE_SCRIPT);
            assertThat(body).as(page).doesNotContainPattern(STYLE);
            assertThat(body).as(page).doesNotContainPattern(HANDLER);
            assertThat(body).as(page).doesNotContainPattern(ELSEWHERE);
            assertThat(body).as(page).doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    /** The attack: another site sends a form in the officer's name. */
    @Test
    void takesNoFormWithoutItsToken() throws Exception {
        Set<String> forms = new TreeSet<>();
        for (RequestMethod method :
                List.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE)) {
            forms.addAll(addresses(method).stream()
                    .filter(path -> !PUBLIC.matcher(path).matches())
                    .map(path -> method + " " + path)
                    .toList());
        }
        assertThat(forms).hasSizeGreaterThan(30).anyMatch(form -> form.endsWith("/desk/password"));
        for (String form : forms) {
            String[] parts = form.split(" ");
            AbstractMockHttpServletRequestBuilder<?> forged =
                    request(HttpMethod.valueOf(parts[0]), URI.create(parts[1])).with(as("clerk"));
            assertThat(mvc.perform(forged).andReturn().getResponse().getStatus())
                    .as(form)
                    .isEqualTo(403);
        }
    }

    private Set<String> addresses(RequestMethod method) {
        Set<String> addresses = new TreeSet<>();
        for (RequestMappingInfo mapping : mappings.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
            if (methods.contains(method) || (methods.isEmpty() && method == RequestMethod.GET)) {
                mapping.getPatternValues().stream()
                        .filter(pattern -> !pattern.equals("/error"))
                        .map(this::address)
                        .forEach(addresses::add);
            }
        }
        return addresses;
    }

    private String address(String pattern) {
        return pattern.replace("{org}", town.shortName)
                .replaceAll("\\{org:.+?}}", town.shortName)
                .replaceAll("\\{[^}]+}", "0f6ab3f2-7a50-4b7e-9f0d-5d3a3f0f9c11");
    }

    private RequestPostProcessor as(String username) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                town.officer(username), null, AuthorityUtils.createAuthorityList("OFFICER")));
    }

    private static RequestPostProcessor nobody() {
        return request -> request;
    }
}
