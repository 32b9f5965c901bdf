package org.sucharit.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * Cookies that no script reads and no other site sends. Over TLS they bear the prefix {@code __Host-}, so that neither
 * a neighbouring host nor a connection in the clear can set one.
 */
final class Cookies {

    private Cookies() {}

    static String name(HttpServletRequest request, String name) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    static List<String> all(HttpServletRequest request, String name) {
        Cookie[] sent = request.getCookies();
        return sent == null
                ? List.of()
                : Arrays.stream(sent)
                        .filter(cookie -> cookie.getName().equals(name(request, name)))
                        .map(Cookie::getValue)
                        .toList();
    }

    static Optional<String> read(HttpServletRequest request, String name) {
        return all(request, name).stream().findFirst();
    }

    /** @param age null for as long as the browser is open */
    static void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String name,
            String value,
            @Nullable Duration age) {
        var cookie = ResponseCookie.from(name(request, name), value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path("/");
        if (age != null) {
            cookie.maxAge(age);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    static void clear(HttpServletRequest request, HttpServletResponse response, String name) {
        if (read(request, name).isPresent()) {
            write(request, response, name, "", Duration.ZERO);
        }
    }
}
