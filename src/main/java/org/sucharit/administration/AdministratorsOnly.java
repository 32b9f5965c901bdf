package org.sucharit.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.vault.Officer;

/** Whatever stands below the administrator's address is for those who serve in that post today, and for nobody else. */
@Configuration
class AdministratorsOnly implements WebMvcConfigurer, HandlerInterceptor {

    private final People people;
    private final Time time;

    AdministratorsOnly(People people, Time time) {
        this.people = people;
        this.time = time;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/*/desk/admin", "/*/desk/admin/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn == null || !(signedIn.getPrincipal() instanceof Officer officer) || !administers(officer)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "forbidden");
        }
        return true;
    }

    private boolean administers(Officer officer) {
        return people.postsOf(officer.id(), time.today()).stream()
                .filter(Holder::serving)
                .anyMatch(holder -> holder.post().kind() == PostKind.ADMINISTRATOR);
    }
}
