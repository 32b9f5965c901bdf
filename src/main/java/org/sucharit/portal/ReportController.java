package org.sucharit.portal;

import static org.sucharit.portal.HomeController.ORG;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Registered;
import org.sucharit.intake.Uploads;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Problems;
import org.sucharit.screen.QrPicture;
import org.sucharit.vault.Receipt;

/** The public report form and the receipt that answers it. It needs neither script nor cookie. */
@Controller
class ReportController {

    private static final List<Reporter.Mode> MODES =
            List.of(Reporter.Mode.ANONYMOUS, Reporter.Mode.CONFIDENTIAL, Reporter.Mode.NAMED);

    private static final Pattern ROW = Pattern.compile("accused\\[[0-" + (ReportForm.ROWS - 1) + "]]\\.\\w+");

    private final Submissions submissions;
    private final PublishedOfficers officers;
    private final PublicChannels channels;
    private final RegisterNumbers numbers;
    private final Proofs proofs;
    private final Rush rush;
    private final Problems problems;
    private final MessageSource messages;
    private final Time time;

    ReportController(
            Submissions submissions,
            PublishedOfficers officers,
            PublicChannels channels,
            RegisterNumbers numbers,
            Proofs proofs,
            Rush rush,
            Problems problems,
            MessageSource messages,
            Time time) {
        this.submissions = submissions;
        this.officers = officers;
        this.channels = channels;
        this.numbers = numbers;
        this.proofs = proofs;
        this.rush = rush;
        this.problems = problems;
        this.messages = messages;
        this.time = time;
    }

    /** Only the page's own rows; the binding of a list breaks off at an index out of all proportion. */
    @InitBinder("form")
    void rows(HttpServletRequest request) {
        boolean ours = Collections.list(request.getParameterNames()).stream()
                .filter(name -> name.startsWith("accused"))
                .allMatch(name -> ROW.matcher(name).matches());
        if (!ours) {
            throw Problem.invalid("accused", "tooMany", ReportForm.ROWS);
        }
    }

    @GetMapping(ORG + "/report")
    String form(
            @PathVariable String org,
            @RequestParam(required = false) @Nullable Door door,
            Model model,
            HttpServletResponse response,
            Locale locale) {
        HomeController.mustBeThere();
        // Nothing secret is in the blank form; a browser may hold the page, in memory only, so that whoever strays from
        // it and comes back finds what they wrote.
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        model.addAttribute("org", org);
        if (!channels.web()) {
            model.addAttribute("channels", channels.others(locale));
            return "portal/closed";
        }
        fill(model, ReportForm.blank(door, newFormId()), locale);
        return "portal/report";
    }

    /** The receipt stands in this answer and nowhere else: no redirect could show it again. */
    @PostMapping(ORG + "/report")
    Object submit(
            @PathVariable String org,
            @ModelAttribute("form") ReportForm sent,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            @RequestParam(required = false) @Nullable String ticket,
            @RequestParam(required = false) @Nullable String effort,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale) {
        HomeController.mustBeThere();
        ReportForm form = sent.tidy();
        model.addAttribute("org", org);
        try {
            List<Problem.Field> wrong = new ArrayList<>();
            List<Upload> uploads = Uploads.read(files, wrong);
            RegisterComplaint complaint = form.complaint(time.today(), officers.byAppointment(), uploads, wrong);
            submissions.check(wrong, complaint);
            IdempotencyKey key = key(form);
            // What was taken already is answered at once: the second press of a button waits for nothing.
            Optional<Registered> before = submissions.answered(key, complaint, "");
            if (before.isEmpty()) {
                hold(request.getRemoteAddr(), ticket, effort, model);
            }
            Registered registered = before.orElseGet(() -> submissions.register(key, complaint));
            if (before.isEmpty()) {
                rush.took(request.getRemoteAddr());
            }
            HomeController.forget(response);
            return receipt(org, registered, model, locale);
        } catch (Problem problem) {
            // Only after a first sending is the form's own id spent; a new one makes what is written a new report.
            boolean spent =
                    problem.kind() == Problem.Kind.INVALID && problem.fields().isEmpty();
            fill(model, spent ? form.withId(newFormId()) : form, locale);
            model.addAttribute("filesAgain", !Uploads.chosen(files).isEmpty());
            return problems.again("portal/report", model, ReportForm.inOrder(problem));
        }
    }

    private void hold(String address, @Nullable String ticket, @Nullable String effort, Model model) {
        rush.hold(address, ticket, effort).ifPresent(held -> {
            model.addAttribute("ticket", held.text());
            throw Problem.of(Problem.Kind.TOO_MANY, "rush.wait", held.pause().toSeconds());
        });
    }

    private String receipt(String org, Registered registered, Model model, Locale locale) {
        Receipt receipt = registered.forReporter().orElseThrow();
        model.addAttribute("receipt", new ReceiptView(receipt, this.digits(locale)));
        model.addAttribute("qr", QrPicture.of(followAddress(org) + "#" + receipt.digits()));
        model.addAttribute("number", numbers.read(registered.number(), locale));
        model.addAttribute("leaf", proofs.leaf(registered.entry()));
        model.addAttribute("nextCheckpoint", proofs.next());
        model.addAttribute("receivedOn", registered.receivedOn());
        model.addAttribute("dueOn", registered.dueOn());
        return "portal/receipt";
    }

    /** What a report sent now would have to bring; nothing while there is no rush. */
    @GetMapping(ORG + "/report/effort")
    ResponseEntity<Map<String, Object>> effort(HttpServletRequest request) {
        HomeController.mustBeThere();
        String address = request.getRemoteAddr();
        return rush.isOn(address)
                ? ResponseEntity.ok(Map.of("ticket", rush.ticket(address).text(), "bits", Rush.BITS))
                : ResponseEntity.noContent().build();
    }

    /** The receipt stands behind the # of an address, which browsers send to nobody. */
    private static String followAddress(String org) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/" + org + "/follow")
                .toUriString();
    }

    private void fill(Model model, ReportForm form, Locale locale) {
        model.addAttribute("form", form);
        model.addAttribute(
                "kinds",
                Door.kinds(form.door()).stream()
                        .map(kind -> choice("kind." + kind, kind, locale))
                        .toList());
        model.addAttribute(
                "modes",
                MODES.stream()
                        .map(mode -> choice("reporter.mode." + mode, mode, locale))
                        .toList());
        model.addAttribute("officers", officers.byUnit(locale));
    }

    private Choice choice(String code, Enum<?> value, Locale locale) {
        return new Choice(value.name(), text(code, locale), text(code + ".note", locale));
    }

    private List<String> digits(Locale locale) {
        List<String> words = new ArrayList<>();
        for (int digit = 0; digit < 10; digit++) {
            words.add(text("portal.digit." + digit, locale));
        }
        return words;
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, new Object[0], locale);
    }

    private static @Nullable IdempotencyKey key(ReportForm form) {
        try {
            return form.formId() == null ? null : IdempotencyKey.of(form.formId());
        } catch (IdempotencyKey.Unusable tampered) {
            return null;
        }
    }

    private static String newFormId() {
        return UUID.randomUUID().toString();
    }
}
