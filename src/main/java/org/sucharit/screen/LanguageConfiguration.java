package org.sucharit.screen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/**
 * Thai unless the reader asks for English with {@code ?lang=en}; only then is a cookie set, which remembers nothing but
 * the language, and on a reporter's pages none at all.
 */
@Configuration
class LanguageConfiguration implements WebMvcConfigurer {

    private static final String PARAMETER = "lang";

    /** Thai and English are spoken; whoever asks for another language is answered in Thai. */
    static Locale spoken(@Nullable Locale asked) {
        return asked != null && asked.getLanguage().equals("en") ? Locale.ENGLISH : Thai.THAI;
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver resolver = new CookieLocaleResolver(PARAMETER) {
            @Override
            public void setLocale(
                    HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
                if (LanguageInAddress.carries(request.getRequestURI())) {
                    request.setAttribute(LOCALE_REQUEST_ATTRIBUTE_NAME, spoken(locale));
                } else {
                    super.setLocale(request, response, spoken(locale));
                }
            }

            /** What the address asks for, also before the interceptor has read it: the head is made by a filter. */
            @Override
            public Locale resolveLocale(HttpServletRequest request) {
                String asked = LanguageInAddress.language(request);
                return asked == null ? super.resolveLocale(request) : spoken(Locale.forLanguageTag(asked));
            }

            @Override
            protected Locale parseLocaleValue(String value) {
                return spoken(Locale.forLanguageTag(value));
            }
        };
        resolver.setDefaultLocaleFunction(LanguageConfiguration::unlessSwitched);
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    /** Browsers here are often set to English by whoever sold them, so only programs are taken at their word. */
    private static Locale unlessSwitched(HttpServletRequest request) {
        boolean asks = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null && Answers.wantsJson(request);
        return asks ? spoken(request.getLocale()) : Thai.THAI;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor interceptor = new LocaleChangeInterceptor();
        interceptor.setParamName(PARAMETER);
        interceptor.setIgnoreInvalidLocale(true);
        registry.addInterceptor(interceptor);
    }
}
