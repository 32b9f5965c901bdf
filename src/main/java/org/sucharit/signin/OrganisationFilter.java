package org.sucharit.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.screen.Shell;

/**
 * Opens the scope of the organisation that the address names ({@code /{org}/…} and {@code /api/{org}/…}), before
 * anything else looks at the request. An address that names none runs outside any scope and so sees no data.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OrganisationFilter extends OncePerRequestFilter {

    private final Organisations organisations;
    private final LocaleResolver locales;

    OrganisationFilter(Organisations organisations, LocaleResolver locales) {
        this.organisations = organisations;
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<OrganisationView> named = named(request).flatMap(organisations::find);
        if (named.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        OrganisationView organisation = named.get();
        shell(organisation, locales.resolveLocale(request)).on(request);
        try {
            CurrentOrganisation.<Void, Exception>call(organisation.id(), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    /** The error page of an organisation's address is its own too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return true;
    }

    private static Optional<String> named(HttpServletRequest request) {
        String[] segments = request.getServletPath().isEmpty()
                ? request.getRequestURI().split("/", 4)
                : request.getServletPath().split("/", 4);
        int at = segments.length > 2 && segments[1].equals("api") ? 2 : 1;
        return segments.length > at && !segments[at].isEmpty() ? Optional.of(segments[at]) : Optional.empty();
    }

    static Shell shell(OrganisationView organisation, Locale locale) {
        String name = locale.getLanguage().equals("en") ? organisation.nameEn() : organisation.nameTh();
        return new Shell(name, "/" + organisation.shortName(), null);
    }
}
