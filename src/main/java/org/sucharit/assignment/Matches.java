package org.sucharit.assignment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.likeness.Likeness;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Content.KeptOut.Why;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Words;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.Workflow;

/**
 * Those who are kept from a case because they may be meant, or may be family, and the judgement of somebody who is not:
 * it confirms that they are accused, or lifts what keeps them out, with a reason.
 */
@Component
@Transactional
public class Matches {

    /**
     * Somebody who may be meant.
     *
     * @param written what points to them; empty where their name stands in the text of the report
     * @param mustBeJudged whether a complaint cannot be taken up before; a surname alone can wait
     */
    public record Match(PersonId person, String written, Likeness likeness, boolean mustBeJudged) {}

    /** @param reason in words, where they are not the one who is meant */
    public record Verdict(PersonId person, boolean accused, String reason) {}

    private final Accusations accusations;
    private final CaseFiles cases;
    private final Workflow workflow;

    Matches(Accusations accusations, CaseFiles cases, Workflow workflow) {
        this.accusations = accusations;
        this.cases = cases;
        this.workflow = workflow;
    }

    /** Those whom nobody has judged yet, the surest first. */
    public List<Match> unjudged(OpenCase open) {
        List<Filed<Content.KeptOut>> keepingOut = open.keepingOut();
        Set<PersonId> accused = keepingOut.stream()
                .filter(filed -> filed.content().why() == Why.ACCUSED)
                .map(filed -> filed.content().personId())
                .collect(Collectors.toSet());
        Map<PersonId, Match> found = new LinkedHashMap<>();
        for (Filed<Content.KeptOut> filed : keepingOut) {
            Content.KeptOut one = filed.content();
            Content.KeptOut.Match match = one.match();
            if (match != null && one.personId().equals(match.person()) && !accused.contains(one.personId())) {
                Match here = new Match(
                        one.personId(),
                        match.written(),
                        Likeness.valueOf(match.likeness()),
                        one.why() == Why.PROBABLE_MATCH);
                found.merge(one.personId(), here, (first, next) -> first.mustBeJudged() ? first : next);
            }
        }
        return found.values().stream()
                .sorted(Comparator.comparing(Match::likeness))
                .toList();
    }

    /** Whether the officer may judge: somebody who has something to do in the case, and so is not conflicted. */
    @Transactional(readOnly = true)
    public boolean mayJudge(Officer officer, OpenCase open) {
        return open.file().state().open()
                && (open.file().investigator().equals(Optional.of(officer.id()))
                        || workflow.tasksOf(open.id()).stream()
                                .anyMatch(task -> task.candidates().contains(officer.id())));
    }

    /**
     * @throws Problem not found, where the officer cannot open the case or nobody waits to be judged under this id;
     *     forbidden, where they have nothing to do in it; invalid, where the reason is missing
     */
    public void judge(Officer officer, CaseId caseId, Verdict verdict) {
        OpenCase open = cases.open(officer, caseId);
        if (!mayJudge(officer, open)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "match.notYours");
        }
        judge(officer, open, verdict);
    }

    /** As {@link #judge(Officer, CaseId, Verdict)}, of a case that the officer has in hand. */
    public void judge(Officer officer, OpenCase open, Verdict verdict) {
        Match match = unjudged(open).stream()
                .filter(one -> one.person().equals(verdict.person()))
                .findFirst()
                .orElseThrow(Problem::notFound);
        if (verdict.accused()) {
            accusations.confirm(open, officer.id(), match.person());
        } else {
            Words.check().text("reason", verdict.reason()).orThrow();
            accusations.lift(open, officer.id(), match.person(), verdict.reason());
        }
    }
}
