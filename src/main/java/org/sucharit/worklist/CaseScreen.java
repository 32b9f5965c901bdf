package org.sucharit.worklist;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.People;
import org.sucharit.screen.Link;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.wording.CaseText;

/** The page of a case as every controller of it shows it. */
@Component
class CaseScreen {

    static final String VIEW = "worklist/case";

    private static final List<String> PARTS =
            List.of("report", "parties", "evidence", "contact", "documents", "history", "stages");

    /** On somebody who may be meant; as {@link CaseForms.Verdict} sends it. */
    private enum Verdict {
        ACCUSED,
        NOT
    }

    private final CasePages pages;
    private final People people;
    private final Vault vault;
    private final CaseText text;
    private final Time time;

    CaseScreen(CasePages pages, People people, Vault vault, CaseText text, Time time) {
        this.pages = pages;
        this.people = people;
        this.vault = vault;
        this.text = text;
        this.time = time;
    }

    /** @throws Problem not found, where the officer cannot open the case */
    void fill(Model model, String org, Officer officer, CaseId id, @Nullable String task, boolean whole) {
        CasePage page = pages.page(officer, id, org, task, whole);
        model.addAttribute("org", org)
                .addAttribute("page", page)
                .addAttribute("forms", CaseForms.EMPTY)
                .addAttribute("whole", whole)
                .addAttribute("verdicts", text.choices("match.verdict.", Verdict.values()))
                .addAttribute(
                        "officers", page.may().accuse() ? CaseText.choices(people.officers(time.today())) : List.of())
                .addAttribute(
                        "crumbs",
                        List.of(
                                new Link(text.of("case.crumb.desk"), "/" + org + "/desk"),
                                new Link(text.of("case.crumb.cases"), "/" + org + "/desk/cases")))
                .addAttribute(
                        "parts",
                        PARTS.stream()
                                .map(part -> new Link(text.of("case.part." + part), "#" + part))
                                .toList());
    }

    /** @throws Problem not found, as for a case that was never there */
    void mustBeOpenTo(Officer officer, CaseId id) {
        if (!isOpenTo(officer, id)) {
            throw Problem.notFound();
        }
    }

    /** Whether the officer holds the key, be it that the case only waits for them. */
    boolean isHeldBy(Officer officer, CaseId id) {
        return vault.holders(id).contains(officer.id());
    }

    boolean isOpenTo(Officer officer, CaseId id) {
        return vault.readers(id).contains(officer.id());
    }

    /** Where the officer goes when something is done: to the case, or to the desk where it is no longer theirs to see. */
    String after(String org, Officer officer, CaseId id, String part) {
        return isOpenTo(officer, id) ? CasePages.base(org, id) + "#" + part : "/" + org + "/desk";
    }
}
