package org.sucharit.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.signin.Sessions.Present;
import org.sucharit.signin.Signed.Stage;

/**
 * Leads whoever is not signed in to the sign-in page, whose session is locked to the page that unlocks it, and from
 * there back to where they wanted to go.
 */
class ToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException, ServletException {
        if (CurrentOrganisation.find().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String path = request.getRequestURI();
        String home = "/" + path.split("/", 3)[1];
        boolean reads = HttpMethod.GET.matches(request.getMethod());
        boolean locked = locked(request);
        if (locked && !reads) {
            request.getRequestDispatcher(home + "/unlock/kept").forward(request, response);
            return;
        }
        UriComponentsBuilder to = UriComponentsBuilder.fromPath(home + (locked ? "/unlock" : "/signin"));
        if (reads) {
            to.queryParam("to", path);
        }
        response.sendRedirect(to.encode().toUriString());
    }

    private static boolean locked(HttpServletRequest request) {
        Present present = OfficerContexts.present(request);
        return present != null
                && present.signed().stage() == Stage.LOCKED
                && CurrentOrganisation.find()
                        .filter(present.signed().organisationId()::equals)
                        .isPresent();
    }
}
