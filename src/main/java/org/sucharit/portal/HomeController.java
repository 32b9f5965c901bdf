package org.sucharit.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.screen.Link;

/** Where the public comes in. */
@Controller
class HomeController {

    /** As the short names of organisations are, so that the address of a file, such as an icon, is none. */
    static final String ORG = "/{org:[a-z][a-z0-9-]{1,39}}";

    private final Organisations organisations;
    private final PublicChannels channels;
    private final String elsewhere;

    /** @param elsewhere where whoever leaves in a hurry is taken: a page that nobody wonders at */
    HomeController(
            Organisations organisations, PublicChannels channels, @Value("${sucharit.leave-to}") String elsewhere) {
        this.organisations = organisations;
        this.channels = channels;
        this.elsewhere = elsewhere;
    }

    @GetMapping("/")
    String installation(Model model, Locale locale) {
        List<OrganisationView> all = organisations.all();
        return switch (all.size()) {
            case 0 -> "redirect:/setup";
            case 1 -> "redirect:/" + all.getFirst().shortName();
            default -> {
                model.addAttribute(
                        "organisations",
                        all.stream().map(one -> link(one, locale)).toList());
                yield "portal/organisations";
            }
        };
    }

    @GetMapping(ORG)
    String home(@PathVariable String org, Model model, Locale locale) {
        mustBeThere();
        model.addAttribute("org", org);
        model.addAttribute("letterhead", organisations.current().settings().letterhead());
        model.addAttribute("terms", organisations.current().settings().terms());
        model.addAttribute("web", channels.web());
        model.addAttribute("channels", channels.others(locale));
        return "portal/home";
    }

    /** Out of here at once: the browser drops the pages it holds of us, and comes to another site from nowhere. */
    @GetMapping(ORG + "/leave")
    ResponseEntity<Void> leave(HttpServletResponse response) {
        mustBeThere();
        forget(response);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(elsewhere))
                .build();
    }

    /**
     * A browser that still holds the form as it was filled in drops it, so that going back shows nobody what was
     * written. Browsers do so over TLS only.
     */
    static void forget(HttpServletResponse response) {
        response.setHeader("Clear-Site-Data", "\"cache\"");
    }

    static void mustBeThere() {
        if (CurrentOrganisation.find().isEmpty()) {
            throw Problem.notFound();
        }
    }

    private static Link link(OrganisationView one, Locale locale) {
        return new Link(locale.getLanguage().equals("en") ? one.nameEn() : one.nameTh(), "/" + one.shortName());
    }
}
