package org.sucharit.portal;

import static org.sucharit.portal.HomeController.ORG;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.Uploads;
import org.sucharit.kernel.Problem;
import org.sucharit.papers.ReceiptSlips;
import org.sucharit.screen.PdfAnswer;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Receipt;

/**
 * The reporter's own pages. The receipt comes in the body of each request and is kept in no session and no address;
 * what was done is answered at once, because there is nothing that a redirect could carry it in.
 */
@Controller
class FollowController {

    private static final String ENTER = "portal/follow";
    private static final String CASE = "portal/case";
    private static final String DESTROYED = "portal/destroyed";

    private final Correspondence correspondence;
    private final ReceiptSlips slips;
    private final RegisterNumbers numbers;
    private final Proofs proofs;
    private final Problems problems;
    private final MessageSource messages;

    FollowController(
            Correspondence correspondence,
            ReceiptSlips slips,
            RegisterNumbers numbers,
            Proofs proofs,
            Problems problems,
            MessageSource messages) {
        this.correspondence = correspondence;
        this.slips = slips;
        this.numbers = numbers;
        this.proofs = proofs;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping(ORG + "/follow")
    String enter(@PathVariable String org, Model model) {
        HomeController.mustBeThere();
        model.addAttribute("org", org);
        return ENTER;
    }

    @PostMapping(ORG + "/follow")
    Object show(@PathVariable String org, @RequestParam String receipt, Model model, Locale locale) {
        return with(org, receipt, model, locale, known -> page(known, model, locale));
    }

    @PostMapping(ORG + "/follow/messages")
    Object reply(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            Locale locale) {
        return with(org, receipt, model, locale, known -> {
            try {
                List<Problem.Field> wrong = new ArrayList<>();
                List<Upload> uploads = Uploads.read(files, wrong);
                if (!wrong.isEmpty()) {
                    throw Problem.invalid(wrong);
                }
                correspondence.receive(known, text.strip(), uploads);
                return done("portal.done.sent", known, model, locale);
            } catch (Problem problem) {
                model.addAttribute("text", text);
                model.addAttribute("filesAgain", !Uploads.chosen(files).isEmpty());
                page(known, model, locale);
                return problems.again(CASE, model, problem);
            }
        });
    }

    @PostMapping(ORG + "/follow/reprisal")
    Object reprisalForm(@PathVariable String org, @RequestParam String receipt, Model model, Locale locale) {
        return with(org, receipt, model, locale, known -> form("portal/reprisal", known, model));
    }

    @PostMapping(ORG + "/follow/reprisal/report")
    Object reprisal(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale) {
        return with(org, receipt, model, locale, known -> {
            try {
                correspondence.reportReprisal(known, text.strip());
                return done("portal.done.reprisal", known, model, locale);
            } catch (Problem problem) {
                model.addAttribute("text", text);
                return problems.again(form("portal/reprisal", known, model), model, problem);
            }
        });
    }

    @PostMapping(ORG + "/follow/withdrawal")
    Object withdrawalForm(@PathVariable String org, @RequestParam String receipt, Model model, Locale locale) {
        return with(org, receipt, model, locale, known -> form("portal/withdrawal", known, model));
    }

    @PostMapping(ORG + "/follow/withdrawal/confirm")
    Object withdraw(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale) {
        return with(org, receipt, model, locale, known -> {
            try {
                correspondence.withdraw(known, text.strip());
                return done("portal.done.withdrawn", known, model, locale);
            } catch (Problem problem) {
                model.addAttribute("text", text);
                return problems.again(form("portal/withdrawal", known, model), model, problem);
            }
        });
    }

    /** The slip to take home, on which the receipt stands; nothing but a copy without it is kept. */
    @PostMapping(ORG + "/follow/slip")
    Object slip(@PathVariable String org, @RequestParam String receipt, Model model, Locale locale) {
        String follow = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/" + org + "/follow")
                .toUriString();
        return with(
                org,
                receipt,
                model,
                locale,
                known -> PdfAnswer.of(
                        messages.getMessage("document.RECEIPT_SLIP", new Object[0], locale) + ".pdf",
                        slips.print(known, follow, null).pdf()));
    }

    private interface Page {
        Object of(Receipt receipt);
    }

    /** The page of the case that answers to the receipt, or the first form again where none does. */
    private Object with(String org, String typed, Model model, Locale locale, Page page) {
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

    private String page(Receipt receipt, Model model, Locale locale) {
        CaseFile file = correspondence.follow(receipt);
        form(CASE, receipt, model);
        model.addAttribute("standing", Standing.of(file, numbers.read(file.number(), locale)));
        model.addAttribute("messages", correspondence.messages(receipt));
        model.addAttribute("leaf", proofs.leaf(file.id()));
        model.addAttribute("nextCheckpoint", proofs.next());
        return CASE;
    }

    private String done(String code, Receipt receipt, Model model, Locale locale) {
        model.addAttribute("done", messages.getMessage(code, new Object[0], locale));
        return page(receipt, model, locale);
    }

    private static String form(String view, Receipt receipt, Model model) {
        model.addAttribute("receipt", receipt.digits());
        return view;
    }
}
