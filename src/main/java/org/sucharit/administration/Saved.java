package org.sucharit.administration;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.screen.Link;

/** The texts that the administrator's controllers need themselves. */
@Component
class Saved {

    private final MessageSource messages;

    Saved(MessageSource messages) {
        this.messages = messages;
    }

    /** Leads to another page, which says on top what was done ({@code admin.done.<code>}). */
    String and(RedirectAttributes redirect, String code, String address) {
        redirect.addFlashAttribute("done", text("admin.done." + code));
        return "redirect:" + address;
    }

    /** The way to a page below one of the administrator's pages. */
    Link link(String code, String address) {
        return new Link(text(code), address);
    }

    String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    /** Whether the reader reads English rather than Thai. */
    boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en");
    }
}
