package org.sucharit.register;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.tree.Checkpoint;
import org.sucharit.register.tree.InclusionProof;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;

/** Tells anybody what the register is, and whether what they hold proves that something is in it. */
@Controller
class RegisterController {

    private static final String VIEW = "register/register";
    private static final int LONGEST = 20_000;

    private final Checkpoints checkpoints;
    private final Organisations organisations;
    private final Problems problems;

    RegisterController(Checkpoints checkpoints, Organisations organisations, Problems problems) {
        this.checkpoints = checkpoints;
        this.organisations = organisations;
        this.problems = problems;
    }

    @GetMapping("/{org}/register")
    String page(Model model, Locale locale) {
        fill(model, locale);
        return VIEW;
    }

    @PostMapping("/{org}/register")
    ModelAndView check(
            @RequestParam(defaultValue = "") String leaf,
            @RequestParam(defaultValue = "") String proof,
            Model model,
            Locale locale) {
        fill(model, locale);
        model.addAttribute("leaf", leaf);
        model.addAttribute("proof", proof);
        try {
            model.addAttribute("result", result(leaf.strip(), proof));
            return new ModelAndView(VIEW, model.asMap());
        } catch (Problem problem) {
            return problems.again(VIEW, model, problem);
        }
    }

    /** The proof as a file; asked for in a body, so that no list of addresses tells who keeps the proof of which case. */
    @PostMapping(path = "/{org}/register", params = "file")
    ResponseEntity<String> file(@RequestParam(defaultValue = "") String leaf) {
        if (CurrentOrganisation.find().isEmpty()) {
            throw Problem.notFound();
        }
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"proof.tlog-proof\"")
                .body(checkpoints.proofText(hash(leaf.strip())).orElseThrow(Problem::notFound));
    }

    private ProofResult result(String leaf, String proof) {
        byte[] hash = hash(leaf);
        String hex = HexFormat.of().formatHex(hash);
        if (proof.isBlank()) {
            return checkpoints
                    .proof(hash)
                    .map(found -> new ProofResult(ProofResult.Code.HOLDS, hex, found))
                    .orElseGet(() -> new ProofResult(ProofResult.Code.NOT_COVERED, hex, null));
        }
        InclusionProof brought = Optional.of(proof.replace("\r\n", "\n").strip() + "\n")
                .filter(text -> text.length() <= LONGEST)
                .flatMap(InclusionProof::parse)
                .orElseThrow(() -> Problem.invalid("proof", "register.proof"));
        return new ProofResult(code(hash, brought), hex, brought);
    }

    private ProofResult.Code code(byte[] hash, InclusionProof brought) {
        if (!brought.holds(hash, checkpoints.key())) {
            return ProofResult.Code.DOES_NOT_HOLD;
        }
        boolean same = Checkpoint.parse(brought.note())
                .flatMap(then -> checkpoints.at(then.size()).filter(now -> Arrays.equals(now.root(), then.root())))
                .isPresent();
        return same ? ProofResult.Code.HOLDS : ProofResult.Code.HOLDS_AND_REGISTER_CHANGED;
    }

    /** Of the hash in hex, or of the entry itself in base64. */
    private static byte[] hash(String leaf) {
        if (leaf.isEmpty()) {
            throw Problem.invalid("leaf", "required");
        }
        if (leaf.length() <= 64) {
            return RegisterApi.hash(leaf);
        }
        try {
            return Chain.hash(Base64.getMimeDecoder().decode(leaf));
        } catch (IllegalArgumentException notBase64) {
            throw Problem.invalid("leaf", "register.leaf");
        }
    }

    private void fill(Model model, Locale locale) {
        if (CurrentOrganisation.find().isEmpty()) {
            throw Problem.notFound();
        }
        OrganisationView organisation = organisations.current();
        String name = locale.getLanguage().equals("en") ? organisation.nameEn() : organisation.nameTh();
        String home = "/" + organisation.shortName();
        model.addAttribute("action", home + "/register");
        model.addAttribute("crumbs", List.of(new Link(name, home)));
        model.addAttribute("key", checkpoints.key().toString());
        model.addAttribute("checkpoint", checkpoints.latest().orElse(null));
        model.addAttribute("next", checkpoints.next());
    }
}
