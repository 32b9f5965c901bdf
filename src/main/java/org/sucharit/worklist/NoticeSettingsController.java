package org.sucharit.worklist;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.assignment.Notices;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Link;
import org.sucharit.vault.Officer;

/** How an officer is told by mail that something waits. */
@Controller
@RequestMapping("/{org}/desk/notices")
class NoticeSettingsController {

    enum How {
        EACH,
        DAILY
    }

    private final Notices notices;
    private final MessageSource messages;

    NoticeSettingsController(Notices notices, MessageSource messages) {
        this.notices = notices;
        this.messages = messages;
    }

    @GetMapping
    String choose(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model, Locale locale) {
        model.addAttribute("org", org)
                .addAttribute("choices", List.of(choice(How.EACH, locale), choice(How.DAILY, locale)))
                .addAttribute("how", (notices.onceADay(officer) ? How.DAILY : How.EACH).name())
                .addAttribute(
                        "crumbs",
                        List.of(new Link(messages.getMessage("desk.title", null, locale), "/" + org + "/desk")));
        return "worklist/notices";
    }

    @PostMapping
    String save(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam How how,
            RedirectAttributes redirect,
            Locale locale) {
        notices.onceADay(officer, how == How.DAILY);
        redirect.addFlashAttribute("done", messages.getMessage("notices.saved", null, locale));
        return "redirect:/" + org + "/desk/notices";
    }

    private Choice choice(How how, Locale locale) {
        String code = "notices." + how;
        return new Choice(
                how.name(),
                messages.getMessage(code, null, locale),
                messages.getMessage(code + ".note", null, null, locale));
    }
}
