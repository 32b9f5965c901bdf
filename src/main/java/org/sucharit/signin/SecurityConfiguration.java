package org.sucharit.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.vault.Officer;

/** What each address asks for. */
@Configuration
class SecurityConfiguration {

    /** Nothing from elsewhere, no script or style in the page itself, and this in no frame. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self';"
            + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** What a browser can do, which no page here needs; a passkey is asked for by our own pages only. */
    private static final String PERMISSIONS = "accelerometer=(), autoplay=(), bluetooth=(), camera=(),"
            + " display-capture=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(),"
            + " midi=(), payment=(), serial=(), usb=(), publickey-credentials-create=(self),"
            + " publickey-credentials-get=(self)";

    /** Receipts are sent in a header and may be written in Thai digits; what ends a header line is refused as ever. */
    @Bean
    StrictHttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(value -> value.chars().noneMatch(c -> c == 0 || c == '\r' || c == '\n'));
        return firewall;
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http, OfficerContexts contexts, CsrfTokenRepository formTokens)
            throws Exception {
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
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens)
                        .ignoringRequestMatchers(
                                "/api/**",
                                "/*/report/**",
                                "/*/follow/**",
                                "/*/report",
                                "/*/follow",
                                "/*/verify",
                                "/*/register"))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                        .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .frameOptions(FrameOptionsConfig::deny))
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
