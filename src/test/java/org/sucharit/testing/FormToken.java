package org.sucharit.testing;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/**
 * Sends a form's token as a browser does: in a cookie and in a field. Spring's own {@code csrf()} would put one into the
 * session for every later test.
 */
public final class FormToken implements RequestPostProcessor {

    private static final String TOKEN = "0f6ab3f2-7a50-4b7e-9f0d-5d3a3f0f9c11";

    private FormToken() {}

    public static FormToken sent() {
        return new FormToken();
    }

    @Override
    public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
        List<Cookie> cookies = new ArrayList<>();
        if (request.getCookies() != null) {
            cookies.addAll(List.of(request.getCookies()));
        }
        String name = request.isSecure() ? "__Host-form" : "form";
        cookies.removeIf(cookie -> cookie.getName().equals(name));
        cookies.add(new Cookie(name, TOKEN));
        request.setCookies(cookies.toArray(Cookie[]::new));
        request.addParameter("_csrf", masked());
        return request;
    }

    /** The mask, here of zeros, and the masked token. */
    private static String masked() {
        byte[] token = TOKEN.getBytes(StandardCharsets.UTF_8);
        byte[] masked = new byte[token.length * 2];
        System.arraycopy(token, 0, masked, token.length, token.length);
        return Base64.getUrlEncoder().encodeToString(masked);
    }
}
