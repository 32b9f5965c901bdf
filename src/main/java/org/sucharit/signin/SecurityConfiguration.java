package org.sucharit.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.vault.Officer;

/** What each address asks for. */
@Configuration
class SecurityConfiguration {

    /** Nothing from elsewhere, no script or style in the page itself. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; object-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

    @Bean
    SecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    /** Receipts are sent in a header and may be written in Thai digits; what ends a header line is refused as ever. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> value.chars().noneMatch(c -> c == 0 || c == '\r' || c == '\n'));
        return firewall;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, SecurityContextRepository contexts) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers("/*/desk", "/*/desk/**")
                        .access(officerOfThisOrganisation())
                        .requestMatchers("/actuator/health/**", "/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .securityContext(context -> context.securityContextRepository(contexts))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new ToSignIn()).accessDeniedHandler(new OtherOrganisation()))
                // The public's forms carry no session and so have nothing that a forged request could misuse.
                .csrf(csrf -> csrf.ignoringRequestMatchers(
                        "/api/**",
                        "/*/report/**",
                        "/*/follow/**",
                        "/*/report",
                        "/*/follow",
                        "/*/verify",
                        "/*/register"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(options -> options.sameOrigin()))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(Customizer.withDefaults())
                .build();
    }

    /** An officer of another organisation is nobody here. */
    private static AuthorizationManager<RequestAuthorizationContext> officerOfThisOrganisation() {
        return (authentication, context) -> {
            Object principal =
                    authentication.get() == null ? null : authentication.get().getPrincipal();
            return new AuthorizationDecision(principal instanceof Officer officer
                    && CurrentOrganisation.find()
                            .filter(officer.organisation()::equals)
                            .isPresent());
        };
    }
}
