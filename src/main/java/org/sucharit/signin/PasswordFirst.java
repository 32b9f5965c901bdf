package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;

/**
 * Leads whoever still has the password that somebody else set to the page where they choose their own, and whoever lacks
 * the second factor that their post asks for to where they set one up.
 */
@Component
class PasswordFirst implements HandlerInterceptor, WebMvcConfigurer {

    private final Keyring keyring;

    PasswordFirst(Keyring keyring) {
        this.keyring = keyring;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/*/desk", "/*/desk/**").excludePathPatterns("/*/desk/lock");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Officer officer)) {
            return true;
        }
        String desk = "/" + request.getRequestURI().split("/", 3)[1] + "/desk";
        String first = keyring.mustChangePassword(officer.id())
                ? desk + "/password"
                : OfficerContexts.lacks(request) ? desk + "/signins" : null;
        if (first == null || request.getRequestURI().startsWith(first)) {
            return true;
        }
        response.sendRedirect(first);
        return false;
    }
}
