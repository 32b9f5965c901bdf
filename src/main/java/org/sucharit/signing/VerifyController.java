package org.sucharit.signing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;

/** Tells anybody whether the signature of a PDF file holds. Neither the file nor what it says is kept or logged. */
@Controller
class VerifyController {

    private static final String VIEW = "signing/verify";
    private static final int MEGABYTES = Verifier.LARGEST / (1024 * 1024);

    /** Files are held in memory while they are looked at, and anybody may send them. */
    private final Semaphore places = new Semaphore(2);

    private final Signing signing;
    private final Organisations organisations;
    private final Problems problems;

    VerifyController(Signing signing, Organisations organisations, Problems problems) {
        this.signing = signing;
        this.organisations = organisations;
        this.problems = problems;
    }

    @GetMapping("/{org}/verify")
    String form(Model model, Locale locale) {
        fill(model, locale);
        return VIEW;
    }

    @PostMapping("/{org}/verify")
    ModelAndView verify(@RequestParam(required = false) @Nullable MultipartFile file, Model model, Locale locale)
            throws IOException {
        OrganisationView organisation = fill(model, locale);
        try {
            model.addAttribute("result", result(organisation, file));
            return new ModelAndView(VIEW, model.asMap());
        } catch (Problem problem) {
            return problems.again(VIEW, model, problem);
        }
    }

    private VerifyResult result(OrganisationView organisation, @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            throw Problem.invalid("file", "verify.noFile");
        }
        if (file.getSize() > Verifier.LARGEST) {
            throw Problem.invalid("file", "verify.tooLarge", MEGABYTES);
        }
        if (!places.tryAcquire()) {
            throw Problem.of(Problem.Kind.TOO_MANY, "verify.busy");
        }
        try {
            return VerifyResult.of(signing.verify(organisation.shortName(), file.getBytes()));
        } finally {
            places.release();
        }
    }

    private OrganisationView fill(Model model, Locale locale) {
        if (CurrentOrganisation.find().isEmpty()) {
            throw Problem.notFound();
        }
        OrganisationView organisation = organisations.current();
        String home = "/" + organisation.shortName();
        model.addAttribute("action", home + "/verify");
        model.addAttribute("name", name(organisation, locale));
        model.addAttribute("crumbs", List.of(new Link(name(organisation, locale), home)));
        return organisation;
    }

    private static String name(OrganisationView organisation, Locale locale) {
        return locale.getLanguage().equals("en") ? organisation.nameEn() : organisation.nameTh();
    }
}
