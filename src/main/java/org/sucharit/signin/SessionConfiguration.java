package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.web.servlet.FlashMapManager;
import org.sucharit.kernel.InstallationKey;

/** What a session may hold, and by which cookies it and the forms are known. */
@Configuration
class SessionConfiguration {

    private static final String SESSION = "session";
    private static final String FORM = "form";

    /** Only text goes into the session store, so reading it back can make nothing but text. */
    @Bean
    GenericConversionService springSessionConversionService() {
        GenericConversionService text = new GenericConversionService();
        text.addConverter(Object.class, byte[].class, (Converter<Object, byte[]>) value -> {
            if (value instanceof String words) {
                return words.getBytes(StandardCharsets.UTF_8);
            }
            throw new IllegalStateException("A session holds text only, not " + value.getClass());
        });
        text.addConverter(
                byte[].class,
                Object.class,
                (Converter<byte[], Object>) stored -> new String(stored, StandardCharsets.UTF_8));
        return text;
    }

    @Bean
    CookieSerializer sessionCookie() {
        return new CookieSerializer() {
            @Override
            public void writeCookieValue(CookieValue value) {
                boolean ends = value.getCookieMaxAge() == 0;
                Cookies.write(
                        value.getRequest(),
                        value.getResponse(),
                        SESSION,
                        ends ? "" : value.getCookieValue(),
                        ends ? Duration.ZERO : null);
            }

            @Override
            public List<String> readCookieValues(HttpServletRequest request) {
                return Cookies.all(request, SESSION);
            }
        };
    }

    /** A form's token is the one in a cookie that no other site can set or send, so that no form needs a session. */
    @Bean
    CsrfTokenRepository formTokens() {
        CookieCsrfTokenRepository clear = formTokens(FORM, false);
        CookieCsrfTokenRepository secure = formTokens("__Host-" + FORM, true);
        return new CsrfTokenRepository() {
            private CookieCsrfTokenRepository of(HttpServletRequest request) {
                return request.isSecure() ? secure : clear;
            }

            @Override
            public CsrfToken generateToken(HttpServletRequest request) {
                return of(request).generateToken(request);
            }

            @Override
            public void saveToken(
                    @Nullable CsrfToken token,
                    HttpServletRequest request,
                    HttpServletResponse response) {
                of(request).saveToken(token, request, response);
            }

            @Override
            public @Nullable CsrfToken loadToken(HttpServletRequest request) {
                return of(request).loadToken(request);
            }
        };
    }

    private static CookieCsrfTokenRepository formTokens(String cookie, boolean secure) {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookie);
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(
                kept -> kept.httpOnly(true).secure(secure).sameSite("Strict"));
        return tokens;
    }

    @Bean
    FlashMapManager flashMapManager(InstallationKey installation) {
        return new SealedFlash(installation);
    }
}
