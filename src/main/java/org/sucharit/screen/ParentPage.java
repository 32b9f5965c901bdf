package org.sucharit.screen;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the page that a form stands on for whoever opens the address that it is sent to: by the language link, by
 * reloading, or after signing in.
 */
@Component
class ParentPage {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    ParentPage(@Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    /** @return where to go instead, in the language that was asked for; nothing where nothing above it can be read */
    Optional<String> of(HttpServletRequest request) {
        String path = request.getRequestURI();
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String above = path.substring(0, end);
            if (opens(PathContainer.parsePath(above))) {
                String language = request.getParameter("lang");
                return Optional.of("en".equals(language) || "th".equals(language) ? above + "?lang=" + language : above);
            }
        }
        return Optional.empty();
    }

    private boolean opens(PathContainer path) {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .anyMatch(page -> reads(page) && matches(page, path));
    }

    private static boolean reads(RequestMappingInfo page) {
        Set<RequestMethod> methods = page.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }

    private static boolean matches(RequestMappingInfo page, PathContainer path) {
        var patterns = page.getPathPatternsCondition();
        return patterns != null
                && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
