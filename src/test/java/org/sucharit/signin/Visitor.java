package org.sucharit.signin;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.sucharit.testing.FormToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** Somebody with a browser that keeps cookies. */
final class Visitor {

    final Map<String, Cookie> cookies = new HashMap<>();
    private final MockMvc mvc;

    Visitor(MockMvc mvc) {
        this.mvc = mvc;
    }

    MvcResult open(String address) throws Exception {
        return perform(get(URI.create(address)));
    }

    /** @param fields name, value, name, value, … */
    MvcResult send(String address, String... fields) throws Exception {
        var request = post(URI.create(address)).with(FormToken.sent());
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return perform(request);
    }

    MvcResult signIn(String org, String username, String password) throws Exception {
        return send("/" + org + "/signin", "username", username, "password", password);
    }

    private MvcResult perform(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        if (!cookies.isEmpty()) {
            request.cookie(cookies.values().toArray(Cookie[]::new));
        }
        MvcResult result = mvc.perform(request).andReturn();
        for (Cookie set : result.getResponse().getCookies()) {
            if (set.getMaxAge() == 0) {
                cookies.remove(set.getName());
            } else {
                cookies.put(set.getName(), set);
            }
        }
        return result;
    }
}
