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
    private final CaseText text;
    private final MessageSource messages;

    NoticeSettingsController(Notices notices, CaseText text, MessageSource messages) {
        this.notices = notices;
        this.text = text;
        this.messages = messages;
    }

    @GetMapping
    String choose(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model, Locale locale) {
        model.addAttribute("org", org)
                .addAttribute("choices", text.choices("notices.", How.values()))
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
}
