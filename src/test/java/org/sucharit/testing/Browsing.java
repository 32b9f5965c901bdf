package org.sucharit.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.MultiValueMap;
import org.sucharit.vault.Officer;

/** Opens pages and sends forms as an officer who is signed in. */
@TestComponent
public class Browsing {

    private final MockMvc mvc;

    Browsing(MockMvc mvc) {
        this.mvc = mvc;
    }

    public MvcResult open(Officer officer, String address) throws Exception {
        return mvc.perform(get(URI.create(address)).with(as(officer))).andReturn();
    }

    public MvcResult send(Officer officer, String address, MultiValueMap<String, String> fields) throws Exception {
        return mvc.perform(post(address).params(fields).with(as(officer)).with(FormToken.sent()))
                .andReturn();
    }

    /** A form with files; {@code files} by the name that the user gave them. */
    public MvcResult send(
            Officer officer, String address, MultiValueMap<String, String> fields, Map<String, byte[]> files)
            throws Exception {
        var request = multipart(address);
        files.forEach((name, bytes) -> request.file(new MockMultipartFile("files", name, "image/jpeg", bytes)));
        return mvc.perform(request.params(fields).with(as(officer)).with(FormToken.sent()))
                .andReturn();
    }

    /** A form with files, each under the name of its field. */
    public MvcResult send(
            Officer officer, String address, MultiValueMap<String, String> fields, List<MockMultipartFile> files)
            throws Exception {
        var request = multipart(address);
        files.forEach(request::file);
        return mvc.perform(request.params(fields).with(as(officer)).with(FormToken.sent()))
                .andReturn();
    }

    /** A form of files alone; {@code files} by the names of their fields. */
    public MvcResult upload(Officer officer, String address, Map<String, byte[]> files) throws Exception {
        var request = multipart(address);
        files.forEach((field, bytes) ->
                request.file(new MockMultipartFile(field, field + ".bin", "application/octet-stream", bytes)));
        return mvc.perform(request.with(as(officer)).with(FormToken.sent())).andReturn();
    }

    /** The page that an answer redirects to, with what it was given on the way. */
    public MvcResult follow(Officer officer, MvcResult redirected) throws Exception {
        AbstractMockHttpServletRequestBuilder<?> request =
                get(URI.create(String.valueOf(redirected.getResponse().getRedirectedUrl())));
        return mvc.perform(request.cookie(redirected.getResponse().getCookies()).with(as(officer)))
                .andReturn();
    }

    public static String body(MvcResult result) throws Exception {
        return result.getResponse().getContentAsString();
    }

    public static int status(MvcResult result) {
        return result.getResponse().getStatus();
    }

    private static RequestPostProcessor as(Officer officer) {
        return authentication(UsernamePasswordAuthenticationToken.authenticated(
                officer, null, AuthorityUtils.createAuthorityList("OFFICER")));
    }
}
