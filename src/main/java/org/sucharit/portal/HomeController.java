package org.sucharit.portal;

import java.util.List;
import java.util.Locale;
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

    HomeController(Organisations organisations, PublicChannels channels) {
        this.organisations = organisations;
        this.channels = channels;
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
        model.addAttribute("term", organisations.current().settings().terms().reportDays());
        model.addAttribute("web", channels.web());
        model.addAttribute("channels", channels.others(locale));
        return "portal/home";
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
