package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.UriComponentsBuilder;
import org.sucharit.kernel.CurrentOrganisation;

/** Leads whoever is not signed in to the sign-in page, and from there back to where they wanted to go. */
class ToSignIn implements AuthenticationEntryPoint {

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (CurrentOrganisation.find().isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        String path = request.getRequestURI();
        String organisation = path.split("/", 3)[1];
        UriComponentsBuilder to = UriComponentsBuilder.fromPath("/" + organisation + "/signin");
        if (HttpMethod.GET.matches(request.getMethod())) {
            to.queryParam("to", path);
        }
        response.sendRedirect(to.encode().toUriString());
    }
}
