package org.sucharit.portal;

import static org.sucharit.portal.HomeController.ORG;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.Uploads;
import org.sucharit.kernel.Problem;
import org.sucharit.papers.ReceiptSlips;
import org.sucharit.screen.PdfAnswer;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Thai;

/**
 * The reporter's own pages. The receipt comes in the body of each request and is kept in no session and no address;
 * what was done is answered at once, because there is nothing that a redirect could carry it in.
 */
@Controller
class FollowController {

    private final Correspondence correspondence;
    private final Downloads downloads;
    private final Submissions submissions;
    private final ReceiptSlips slips;
    private final Proofs proofs;
    private final FollowPages pages;
    private final Problems problems;
    private final MessageSource messages;
    private final Thai thai;

    FollowController(
            Correspondence correspondence,
            Downloads downloads,
            Submissions submissions,
            ReceiptSlips slips,
            Proofs proofs,
            FollowPages pages,
            Problems problems,
            MessageSource messages,
            Thai thai) {
        this.correspondence = correspondence;
        this.downloads = downloads;
        this.submissions = submissions;
        this.slips = slips;
        this.proofs = proofs;
        this.pages = pages;
        this.problems = problems;
        this.messages = messages;
        this.thai = thai;
    }

    @GetMapping(ORG + "/follow")
    String enter(@PathVariable String org, Model model) {
        HomeController.mustBeThere();
        model.addAttribute("org", org);
        return FollowPages.ENTER;
    }

    @PostMapping(ORG + "/follow")
    Object show(@PathVariable String org, @RequestParam String receipt, Model model, Locale locale) {
        return pages.with(org, receipt, model, locale, known -> pages.show(known, model, locale));
    }

    @PostMapping(ORG + "/follow/messages")
    Object reply(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam(required = false) @Nullable String formId,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            Locale locale) {
        return pages.with(org, receipt, model, locale, known -> {
            try {
                List<Problem.Field> wrong = new ArrayList<>();
                List<Upload> uploads = Uploads.read(files, wrong);
                if (!wrong.isEmpty()) {
                    throw Problem.invalid(wrong);
                }
                String words = text.strip();
                String said = words.isEmpty() && !uploads.isEmpty() ? pages.attached(uploads.size()) : words;
                submissions.once(
                        formId, known, "message", said, uploads, () -> correspondence.receive(known, said, uploads));
                return uploads.isEmpty()
                        ? pages.done("portal.done.sent", known, model, locale)
                        : pages.done("portal.done.sentFiles", known, model, locale, thai.number(uploads.size()));
            } catch (Problem problem) {
                model.addAttribute("text", text);
                model.addAttribute("filesAgain", !Uploads.chosen(files).isEmpty());
                return pages.again(known, model, locale, problem);
            }
        });
    }

    /** A file that the office sent, to save. */
    @PostMapping(ORG + "/follow/files")
    Object file(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam UUID file,
            Model model,
            Locale locale) {
        return pages.with(org, receipt, model, locale, known -> {
            try {
                return downloads.answer(known, file, null);
            } catch (Problem problem) {
                return pages.again(known, model, locale, problem);
            }
        });
    }

    @PostMapping(ORG + "/follow/reprisal")
    Object reprisalForm(@PathVariable String org, @RequestParam String receipt, Model model, Locale locale) {
        return pages.with(org, receipt, model, locale, known -> FollowPages.form("portal/reprisal", known, model));
    }

    @PostMapping(ORG + "/follow/reprisal/report")
    Object reprisal(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam(required = false) @Nullable String formId,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale) {
        return pages.with(org, receipt, model, locale, known -> {
            try {
                String said = text.strip();
                submissions.once(
                        formId, known, "reprisal", said, List.of(), () -> correspondence.reportReprisal(known, said));
                return pages.done("portal.done.reprisal", known, model, locale);
            } catch (Problem problem) {
                model.addAttribute("text", text);
                return problems.again(FollowPages.form("portal/reprisal", known, model), model, problem);
            }
        });
    }

    @PostMapping(ORG + "/follow/withdrawal")
    Object withdrawalForm(@PathVariable String org, @RequestParam String receipt, Model model, Locale locale) {
        return pages.with(org, receipt, model, locale, known -> FollowPages.form("portal/withdrawal", known, model));
    }

    @PostMapping(ORG + "/follow/withdrawal/confirm")
    Object withdraw(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam(required = false) @Nullable String formId,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale) {
        return pages.with(org, receipt, model, locale, known -> {
            try {
                String said = text.strip();
                submissions.once(
                        formId, known, "withdrawal", said, List.of(), () -> correspondence.withdraw(known, said));
                return pages.done("portal.done.withdrawn", known, model, locale);
            } catch (Problem problem) {
                model.addAttribute("text", text);
                return problems.again(FollowPages.form("portal/withdrawal", known, model), model, problem);
            }
        });
    }

    /** The slip to take home, on which the receipt stands; nothing but a copy without it is kept. */
    @PostMapping(ORG + "/follow/slip")
    Object slip(@PathVariable String org, @RequestParam String receipt, Model model, Locale locale) {
        String follow = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/" + org + "/follow")
                .toUriString();
        return pages.with(
                org,
                receipt,
                model,
                locale,
                known -> PdfAnswer.of(
                        messages.getMessage("document.RECEIPT_SLIP", new Object[0], locale) + ".pdf",
                        slips.print(known, follow, null).pdf()));
    }

    /**
     * The proof that the case was received. It is asked for in a body: an address that names the entry would tell
     * whoever keeps a list of addresses, or finds one in a browser, which case its reader reported.
     */
    @PostMapping(ORG + "/follow/proof")
    Object proof(@PathVariable String org, @RequestParam String receipt, Model model, Locale locale) {
        return pages.with(
                org,
                receipt,
                model,
                locale,
                known -> proofs.text(correspondence.follow(known).id())
                        .<Object>map(text -> ResponseEntity.ok()
                                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                                .cacheControl(CacheControl.noStore())
                                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"proof.tlog-proof\"")
                                .body(text))
                        .orElseGet(() -> pages.show(known, model, locale)));
    }
}
