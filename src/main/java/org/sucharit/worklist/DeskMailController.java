package org.sucharit.worklist;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Slice;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.mail.Inbox;
import org.sucharit.mail.MailId;
import org.sucharit.mail.Outbox;
import org.sucharit.mail.QueuedMail;
import org.sucharit.organisation.PostKind;
import org.sucharit.screen.Link;
import org.sucharit.vault.Officer;

/**
 * How the organisation's mail fares, for intake clerks and the administrator. It says nothing of what a mail is about,
 * and of a mail to a reporter not even to whom.
 */
@Controller
@RequestMapping("/{org}/desk/mail")
class DeskMailController {

    private final Inbox inbox;
    private final Outbox outbox;
    private final DeskDuty duty;
    private final MessageSource messages;

    DeskMailController(Inbox inbox, Outbox outbox, DeskDuty duty, MessageSource messages) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.duty = duty;
        this.messages = messages;
    }

    @ModelAttribute
    void onlyTheirs(@AuthenticationPrincipal Officer officer) {
        duty.require(officer, PostKind.INTAKE_CLERK, PostKind.ADMINISTRATOR);
    }

    @GetMapping
    String state(
            @PathVariable String org,
            @RequestParam(defaultValue = "1") int waiting,
            @RequestParam(defaultValue = "1") int dead,
            Model model,
            Locale locale) {
        String here = "/" + org + "/desk/mail?waiting=" + waiting + "&dead=" + dead;
        Slice<QueuedMail> pending =
                outbox.list(CurrentOrganisation.get(), QueuedMail.State.PENDING, DeskPage.of(waiting));
        Slice<QueuedMail> givenUp = outbox.list(CurrentOrganisation.get(), QueuedMail.State.DEAD, DeskPage.of(dead));
        model.addAttribute("org", org)
                .addAttribute("mailboxes", inbox.health(org))
                .addAttribute("sending", outbox.sending())
                .addAttribute("waiting", pending.getContent())
                .addAttribute("waitingPager", DeskPage.pager(pending, here, "waiting"))
                .addAttribute("dead", givenUp.getContent())
                .addAttribute("deadPager", DeskPage.pager(givenUp, here, "dead"))
                .addAttribute(
                        "crumbs",
                        List.of(new Link(messages.getMessage("desk.title", null, locale), "/" + org + "/desk")));
        return "worklist/desk-mail";
    }

    @PostMapping("/{mail}/retry")
    String retry(@PathVariable String org, @PathVariable UUID mail, RedirectAttributes redirect, Locale locale) {
        outbox.retry(CurrentOrganisation.get(), new MailId(mail));
        redirect.addFlashAttribute("done", messages.getMessage("mail.retried", null, locale));
        return "redirect:/" + org + "/desk/mail";
    }

    @PostMapping("/{mail}/give-up")
    String giveUp(@PathVariable String org, @PathVariable UUID mail, RedirectAttributes redirect, Locale locale) {
        outbox.giveUp(CurrentOrganisation.get(), new MailId(mail));
        redirect.addFlashAttribute("done", messages.getMessage("mail.givenUp", null, locale));
        return "redirect:/" + org + "/desk/mail";
    }
}
