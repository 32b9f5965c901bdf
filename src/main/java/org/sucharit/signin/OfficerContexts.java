package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.sucharit.vault.Officer;

/** Puts the two halves of an officer's key together for the time of one request. */
@Component
class OfficerContexts implements SecurityContextRepository {

    private static final String PRESENT = OfficerContexts.class.getName() + ".present";

    private final Sessions sessions;

    OfficerContexts(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder exchange) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        sessions.find(exchange.getRequest()).ifPresent(present -> {
            exchange.getRequest().setAttribute(PRESENT, present);
            Officer officer = present.inside();
            if (officer != null) {
                context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        officer, null, AuthorityUtils.createAuthorityList("OFFICER")));
            }
        });
        return context;
    }

    /** Does nothing: a session is begun by signing in, and by nothing else. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.find(request).isPresent();
    }

    /** Who is signed in by this request, half-way and locked too; null where nobody is. */
    static Sessions.@Nullable Present present(HttpServletRequest request) {
        return request.getAttribute(PRESENT) instanceof Sessions.Present present ? present : null;
    }

    /** The id of the sign-in that this request belongs to. */
    static @Nullable UUID here(HttpServletRequest request) {
        Sessions.Present present = present(request);
        return present == null ? null : present.signed().id();
    }

    /** Every other sign-in than that of this request. */
    static Predicate<Signed> others(HttpServletRequest request) {
        UUID here = here(request);
        return signed -> !signed.id().equals(here);
    }

    /** Whether a second factor must be set up before anything else. */
    static boolean lacks(HttpServletRequest request) {
        Sessions.Present present = present(request);
        return present != null && present.signed().lacks();
    }
}
