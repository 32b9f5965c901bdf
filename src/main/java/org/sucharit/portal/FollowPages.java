package org.sucharit.portal;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseState;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.IdentityRequests;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Thai;
import org.sucharit.statistics.Satisfaction;
import org.sucharit.vault.Receipt;

/** The page of a case as its reporter sees it, for whoever shows the receipt. */
@Component
class FollowPages {

    static final String ENTER = "portal/follow";
    static final String CASE = "portal/case";
    private static final String DESTROYED = "portal/destroyed";

    private final Correspondence correspondence;
    private final IdentityRequests requests;
    private final Survey survey;
    private final RegisterNumbers numbers;
    private final Proofs proofs;
    private final Problems problems;
    private final MessageSource messages;

    FollowPages(
            Correspondence correspondence,
            IdentityRequests requests,
            Survey survey,
            RegisterNumbers numbers,
            Proofs proofs,
            Problems problems,
            MessageSource messages) {
        this.correspondence = correspondence;
        this.requests = requests;
        this.survey = survey;
        this.numbers = numbers;
        this.proofs = proofs;
        this.problems = problems;
        this.messages = messages;
    }

    interface Page {
        Object of(Receipt receipt);
    }

    /** The page of the case that answers to the receipt, or the first form again where none does. */
    Object with(String org, String typed, Model model, Locale locale, Page page) {
        HomeController.mustBeThere();
        model.addAttribute("org", org);
        Receipt receipt = Receipt.parse(typed).orElse(null);
        if (receipt == null) {
            model.addAttribute("receipt", typed);
            return problems.again(ENTER, model, Problem.invalid("receipt", "receipt.digits"));
        }
        try {
            CaseFile file = correspondence.follow(receipt);
            if (file.state() == CaseState.PURGED) {
                model.addAttribute("standing", Standing.of(file, numbers.read(file.number(), locale)));
                return DESTROYED;
            }
        } catch (Problem unknown) {
            Problem said = Problem.invalid("receipt", "receipt.unknown");
            model.addAttribute("receipt", typed);
            return new ModelAndView(
                    ENTER, Map.of("org", org, "receipt", typed, "errors", problems.fields(said)), HttpStatus.NOT_FOUND);
        }
        return page.of(receipt);
    }

    String show(Receipt receipt, Model model, Locale locale) {
        CaseFile file = correspondence.follow(receipt);
        form(CASE, receipt, model);
        model.addAttribute("standing", Standing.of(file, numbers.read(file.number(), locale)));
        model.addAttribute("messages", correspondence.messages(receipt));
        model.addAttribute("asked", requests.waits(receipt));
        model.addAttribute("rebuttal", correspondence.rebuttalUntil(file).orElse(null));
        model.addAttribute("questions", survey.isOpenTo(file) ? Satisfaction.Question.values() : null);
        model.addAttribute("leaf", proofs.leaf(file.id()));
        model.addAttribute("proven", proofs.text(file.id()).isPresent());
        model.addAttribute("nextCheckpoint", proofs.next());
        return CASE;
    }

    String done(String code, Receipt receipt, Model model, Locale locale, String... arguments) {
        model.addAttribute("done", messages.getMessage(code, arguments, locale));
        return show(receipt, model, locale);
    }

    /** What stands for the words of a message that is only files. */
    String attached(int files) {
        return Objects.requireNonNull(
                messages.getMessage("portal.attached", new Object[] {Integer.toString(files)}, Thai.THAI));
    }

    /** A form of the case's page, once more, with what is wrong with it. */
    Object again(Receipt receipt, Model model, Locale locale, Problem problem) {
        show(receipt, model, locale);
        return problems.again(CASE, model, problem);
    }

    static String form(String view, Receipt receipt, Model model) {
        model.addAttribute("receipt", receipt.digits());
        model.addAttribute("formId", UUID.randomUUID().toString());
        return view;
    }
}
