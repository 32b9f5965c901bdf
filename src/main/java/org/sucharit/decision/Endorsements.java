package org.sucharit.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.StepInHand;
import org.sucharit.assignment.Steps;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.document.Rendered;
import org.sucharit.document.Signer;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.papers.Papers;
import org.sucharit.papers.Signatures;
import org.sucharit.register.Act;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.TaskId;

/**
 * The way of a findings memo to the mayor: the head of office and the chief administrator give their opinions in turn.
 * A post whose holder is kept from the case, or wrote the findings, is left out.
 */
@Component("endorsements")
@Transactional
public class Endorsements {

    private static final List<PostKind> CHAIN = List.of(PostKind.OFFICE_HEAD, PostKind.CHIEF_ADMINISTRATOR);
    private static final List<PostKind> DECIDERS =
            List.of(PostKind.MAYOR, PostKind.CHIEF_ADMINISTRATOR, PostKind.OFFICE_HEAD);

    private final Steps steps;
    private final CaseFiles cases;
    private final People people;
    private final Vault vault;
    private final Papers papers;
    private final Signatures signatures;
    private final Time time;

    Endorsements(
            Steps steps, CaseFiles cases, People people, Vault vault, Papers papers, Signatures signatures, Time time) {
        this.steps = steps;
        this.cases = cases;
        this.people = people;
        this.vault = vault;
        this.papers = papers;
        this.signatures = signatures;
        this.time = time;
    }

    /** The posts that give an opinion, in order. Asked by the process; needs no key. */
    @Transactional(readOnly = true)
    public List<String> posts(String caseId) {
        return chain(CaseId.of(caseId)).stream().map(PostKind::name).toList();
    }

    /** The same, for the papers. */
    @Transactional(readOnly = true)
    public List<PostKind> chain(CaseId caseId) {
        return held(CHAIN, caseId).toList();
    }

    /** The post that decides on what is laid before the mayor: the mayor, or the next who is not kept from the case. */
    @Transactional(readOnly = true)
    public PostKind decider(CaseId caseId) {
        return held(DECIDERS, caseId).findFirst().orElse(PostKind.MAYOR);
    }

    /** Those of the posts in which somebody may judge the findings. */
    private Stream<PostKind> held(List<PostKind> posts, CaseId caseId) {
        CaseFile file = cases.file(caseId);
        Set<PersonId> holders = vault.holders(caseId);
        LocalDate today = time.today();
        return posts.stream()
                .filter(post -> people.serving(post, today).stream()
                        .map(holder -> holder.person().id())
                        .anyMatch(person -> holders.contains(person) && !file.inquires(person)));
    }

    /** Gives the opinion of the post that the task is for; {@code RETURN} sends the memo back to its author. */
    public void giveOpinion(Officer officer, TaskId task, Content.Opinion.View view, String text) {
        StepInHand step = judging(officer, task, view, text);
        Content.Opinion opinion = opinion(step, view, text);
        OpenCase.Filing filing = step.add(opinion);
        memo(step, opinion).issue();
        steps.finish(step, Act.OPINION_GIVEN, view == Content.Opinion.View.RETURN ? "RETURNED" : view.name(), filing);
    }

    /** The memo as it would be issued with this opinion. Nothing is said by it. */
    @Transactional(readOnly = true)
    public Rendered preview(Officer officer, TaskId task, Content.Opinion.View view, String text) {
        StepInHand step = judging(officer, task, view, text);
        Content.Opinion opinion = opinion(step, view, text);
        return memo(step, opinion, opinion).preview();
    }

    private StepInHand judging(Officer officer, TaskId task, Content.Opinion.View view, String text) {
        Words.check()
                .that(view == Content.Opinion.View.AGREE || !text.isBlank(), "text", "required")
                .optionalText("text", text)
                .orThrow();
        return steps.take(officer, task, "giveOpinion");
    }

    private Content.Opinion opinion(StepInHand step, Content.Opinion.View view, String text) {
        PostKind post = PostKind.valueOf(step.task().group());
        Signer signer = signatures.in(step.officer().id(), post);
        Signer.@Nullable Acting acting = signer.acting();
        return new Content.Opinion(
                view,
                text,
                post.name(),
                acting == null ? signer.post() : acting.post(),
                signer.name(),
                acting == null ? null : acting.order());
    }

    private Papers.Prepared memo(StepInHand step, Content.Opinion now, Content... unfiled) {
        List<PostKind> awaited = awaited(step.open()).stream()
                .filter(post -> !post.name().equals(now.post()))
                .toList();
        CaseId id = step.open().id();
        return papers.findingsMemo(step.open(), step.officer().id(), awaited, decider(id), unfiled);
    }

    /** The posts still to be asked since the findings were last submitted. */
    private List<PostKind> awaited(OpenCase open) {
        Instant since = open.thisRound(Content.Findings.class).getLast().at();
        Set<String> given = open.thisRound(Content.Opinion.class).stream()
                .filter(filed -> !filed.at().isBefore(since))
                .map(filed -> filed.content().post())
                .collect(Collectors.toSet());
        return chain(open.id()).stream()
                .filter(post -> !given.contains(post.name()))
                .toList();
    }
}
