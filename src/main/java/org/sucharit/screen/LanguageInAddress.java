package org.sucharit.screen;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * On a reporter's pages the language that was asked for goes from address to address, because these pages leave nothing
 * in the browser, not even a cookie that says no more than the language.
 */
@Component
@Order(0) // behind the filter that keeps sessions out of addresses, which would not let this one speak
class LanguageInAddress extends OncePerRequestFilter {

    private static final Pattern REPORTERS =
            Pattern.compile("/(?!setup)[a-z][a-z0-9-]{1,39}(?:/(?:report|follow)(?:/.*)?)?");

    static boolean carries(String path) {
        return REPORTERS.matcher(path).matches();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !carries(request.getRequestURI()) || language(request) == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String language = language(request);
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public String encodeURL(String url) {
                String encoded = super.encodeURL(url);
                String path = encoded.split("[?#]", 2)[0];
                boolean asked = encoded.contains("lang=");
                return asked || encoded.contains("#") || !carries(path)
                        ? encoded
                        : encoded + (encoded.contains("?") ? "&" : "?") + "lang=" + language;
            }
        });
    }

    /** From the query, never from the body, which is not read before its time. */
    static @Nullable String language(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null) {
            return null;
        }
        for (String part : query.split("&")) {
            if (part.equals("lang=en") || part.equals("lang=th")) {
                return part.substring("lang=".length());
            }
        }
        return null;
    }
}
