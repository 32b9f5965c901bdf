package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.People;
import org.sucharit.screen.Shell;
import org.sucharit.vault.Officer;

/** Says on every page of the desk who is signed in, and for which post. */
@ControllerAdvice
class OfficerShell {

    private final Organisations organisations;
    private final People people;
    private final MessageSource messages;
    private final Time time;

    OfficerShell(Organisations organisations, People people, MessageSource messages, Time time) {
        this.organisations = organisations;
        this.people = people;
        this.messages = messages;
        this.time = time;
    }

    @ModelAttribute
    void shell(@AuthenticationPrincipal @Nullable Officer officer, HttpServletRequest request, Locale locale) {
        boolean here = officer != null
                && CurrentOrganisation.find()
                        .filter(officer.organisation()::equals)
                        .isPresent();
        if (officer == null || !here) {
            return;
        }
        Shell open = OrganisationFilter.shell(organisations.current(), locale);
        boolean english = locale.getLanguage().equals("en");
        var person = people.get(officer.id());
        String name = english && !person.nameEn().isEmpty() ? person.nameEn() : person.nameTh();
        new Shell(open.organisation(), open.home(), new Shell.Officer(name, post(officer, english, locale)))
                .on(request);
    }

    private String post(Officer officer, boolean english, Locale locale) {
        List<Holder> posts = people.postsOf(officer.id(), time.today());
        Optional<Holder> acting =
                posts.stream().filter(Holder::acting).filter(Holder::serving).findFirst();
        Optional<Holder> own = posts.stream().min(Comparator.comparing(Holder::acting));
        return acting.map(holder -> messages.getMessage("shell.acting", new Object[] {title(holder, english)}, locale))
                .or(() -> own.map(holder -> title(holder, english)))
                .orElse("");
    }

    private static String title(Holder holder, boolean english) {
        return english ? holder.post().titleEn() : holder.post().titleTh();
    }
}
