package org.sucharit.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;

/** Prints where to go and as whom. */
@Component
@Profile("demo")
class DemoSignIns {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSignIns.class);

    private final Organisations organisations;

    DemoSignIns(Organisations organisations) {
        this.organisations = organisations;
    }

    @EventListener
    void print(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        int port = web.getWebServer().getPort();
        StringBuilder lines = new StringBuilder("Sucharit is ready, with made-up organisations:\n");
        for (OrganisationView organisation : organisations.all()) {
            lines.append(String.format(
                    "  http://127.0.0.1:%d/%-12s public page   …/%s/signin for officers%n",
                    port, organisation.shortName(), organisation.shortName()));
        }
        lines.append("  Sign in as clerk, personnel, legal, office, chief, mayor, works, works2 or admin; password: ")
                .append(Demonstration.PASSWORD);
        LOG.info("{}", lines);
    }
}
