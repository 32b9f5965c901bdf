package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Filed;
import org.sucharit.screen.Thai;
import org.sucharit.wording.CaseText;
import org.sucharit.worklist.CasePage.Attachment;
import org.sucharit.worklist.CasePage.Leaf;
import org.sucharit.worklist.CasePage.Line;

/** Puts the leaves of a case file into words. */
@Component
class CaseLeaves {

    /** Where a leaf stands on the page. */
    enum Part {
        DECISIONS,
        EVIDENCE,
        CONTACT
    }

    private final CaseText text;
    private final Thai thai;

    CaseLeaves(CaseText text, Thai thai) {
        this.text = text;
        this.thai = thai;
    }

    /**
     * Where the leaf stands; nothing for what the page shows elsewhere (the report, the accused) and for what it does
     * not show: who the reporter is, and who is kept out.
     */
    static Optional<Part> part(Content content) {
        return switch (content) {
            case Content.Note _, Content.Interview _, Content.Evidence _ -> Optional.of(Part.EVIDENCE);
            case Content.MessageToReporter _,
                    Content.MessageFromReporter _,
                    Content.Withdrawal _,
                    Content.Reprisal _,
                    Content.Rebuttal _,
                    Content.IdentityAsked _,
                    Content.IdentityAnswered _,
                    Content.AutomaticMail _,
                    Content.NotFetched _,
                    Content.Notified _ -> Optional.of(Part.CONTACT);
            case Content.Report _,
                    Content.Identity _,
                    Content.Origin _,
                    Content.Accused _,
                    Content.KeptOut _,
                    Content.MatchLifted _,
                    Content.IdentityGiven _,
                    Content.SurveyAnswered _,
                    Content.Mail _ -> Optional.empty();
            case Content.Screening _,
                    Content.ScreeningConfirmed _,
                    Content.Assignment _,
                    Content.Accepted _,
                    Content.SteppedAside _,
                    Content.ExtensionRequest _,
                    Content.ExtensionDecision _,
                    Content.Findings _,
                    Content.Opinion _,
                    Content.MayorDirective _,
                    Content.MeasuresDone _,
                    Content.WithdrawalDecision _,
                    Content.ProtectionDecision _,
                    Content.DivisionAssignment _,
                    Content.GrievanceHandled _,
                    Content.GrievanceConfirmed _,
                    Content.Referral _,
                    Content.ReferralSent _,
                    Content.Reply _,
                    Content.Reopened _,
                    Content.HoldPlaced _,
                    Content.HoldLifted _,
                    Content.PurgeAsked _,
                    Content.Exported _,
                    Content.AccessRefused _,
                    Content.IdentityOpened _ -> Optional.of(Part.DECISIONS);
        };
    }

    /** @param attached the files of each leaf */
    Leaf leaf(Filed<? extends Content> filed, Map<UUID, List<Attachment>> attached) {
        Content content = filed.content();
        return new Leaf(
                filed.at(),
                who(filed),
                text.of("leaf." + content.getClass().getSimpleName()),
                lines(content),
                attached.getOrDefault(filed.id(), List.of()));
    }

    private String who(Filed<? extends Content> filed) {
        if (filed.by() != null) {
            return text.name(filed.by());
        }
        return switch (filed.content()) {
            case Content.MessageFromReporter _,
                    Content.Withdrawal _,
                    Content.Reprisal _,
                    Content.Rebuttal _,
                    Content.IdentityAnswered _,
                    Content.Report _ -> text.of("case.by.reporter");
            default -> text.of("case.by.system");
        };
    }

    private List<Line> lines(Content content) {
        Lines lines = new Lines();
        switch (content) {
            case Content.Report report -> lines.say("subject", report.subject()).say("details", report.details());
            case Content.Screening screening ->
                lines.say("outcome", text.of("screening." + screening.outcome()))
                        .say("ground", screening.ground() == null ? null : text.of("ground." + screening.ground()))
                        .say("reason", screening.reason())
                        .say("referTo", screening.referTo())
                        .say("mergedInto", thai.digits(screening.mergedInto()));
            case Content.ScreeningConfirmed confirmed -> lines.agreed(confirmed.agreed(), confirmed.reason());
            case Content.Assignment assignment ->
                lines.say(
                                assignment.members().isEmpty() ? "investigator" : "chair",
                                text.name(assignment.investigator()))
                        .say("members", committee(assignment))
                        .say("instruction", assignment.instruction());
            case Content.Accepted _ -> {}
            case Content.SteppedAside stepped -> lines.say("reason", stepped.reason());
            case Content.Note note -> lines.say("text", note.text());
            case Content.Interview interview ->
                lines.say("with", interview.with()).on("on", interview.on()).say("text", interview.text());
            case Content.Evidence evidence ->
                lines.say("title", evidence.title()).say("description", evidence.description());
            case Content.ExtensionRequest request ->
                lines.on("until", request.until()).say("reason", request.reason());
            case Content.ExtensionDecision decision ->
                lines.say("decision", text.of(decision.granted() ? "case.granted" : "case.refused"))
                        .on("until", decision.until())
                        .say("reason", decision.reason());
            case Content.Findings findings ->
                lines.say("result", text.of("findings.result." + findings.result()))
                        .say("facts", findings.facts())
                        .say("reasoning", findings.reasoning())
                        .say("recommendation", findings.recommendation());
            case Content.Opinion opinion ->
                lines.say("view", text.of("opinion.view." + opinion.view()))
                        .say("text", opinion.text())
                        .say("signer", signed(opinion.signer(), opinion.postTitle(), opinion.actingOrder()));
            case Content.MayorDirective directive ->
                lines.say("directive", text.of("directive." + directive.directive()))
                        .say("text", directive.text())
                        .say("signer", signed(directive.signer(), directive.postTitle(), directive.actingOrder()));
            case Content.MeasuresDone done -> lines.say("text", done.text());
            case Content.MessageToReporter message ->
                lines.say("text", message.text()).say("given", given(message));
            case Content.MessageFromReporter message -> lines.say("text", message.text());
            case Content.AutomaticMail mail ->
                lines.say("sort", text.of(mail.bounce() ? "mail.bounce" : "mail.automatic"))
                        .say("subject", mail.subject())
                        .say("text", mail.text());
            case Content.NotFetched missed ->
                lines.say("files", text.of("social.missed.files", Integer.toString(missed.files()), missed.from()))
                        .say("why", text.of("social.missed." + missed.why(), missed.from()));
            case Content.Withdrawal withdrawal -> lines.say("reason", withdrawal.reason());
            case Content.WithdrawalDecision decision ->
                lines.say("decision", text.of(decision.goesOn() ? "case.goesOn" : "case.stops"))
                        .say("reason", decision.reason());
            case Content.Reprisal reprisal -> lines.say("text", reprisal.text());
            case Content.ProtectionDecision decision -> lines.say("text", decision.text());
            case Content.DivisionAssignment assignment ->
                lines.say("officer", text.name(assignment.officer())).say("instruction", assignment.instruction());
            case Content.GrievanceHandled handled -> lines.say("text", handled.text());
            case Content.GrievanceConfirmed confirmed -> lines.agreed(confirmed.agreed(), confirmed.text());
            case Content.Referral referral ->
                lines.say("authority", referral.authority()).say("text", referral.text());
            case Content.ReferralSent sent ->
                lines.say("number", sent.number()).on("sentOn", sent.sentOn()).say("proof", sent.proof());
            case Content.Reply reply ->
                lines.on("receivedOn", reply.receivedOn()).say("text", reply.text());
            case Content.Notified notified -> lines.say("how", notified.how()).say("text", notified.text());
            case Content.Reopened reopened -> lines.say("reason", reopened.reason());
            case Content.HoldPlaced hold -> lines.say("reason", hold.reason());
            case Content.HoldLifted lifted -> lines.say("reason", lifted.reason());
            case Content.PurgeAsked asked -> lines.say("reason", asked.reason());
            case Content.Exported exported ->
                lines.say("purpose", text.of("export.purpose." + exported.purpose()))
                        .say("recipient", exported.recipient())
                        .say("identity", exported.identity() ? text.of("case.yes") : null)
                        .say("reason", exported.reason());
            case Content.AccessRefused refused -> lines.say("reason", refused.reason());
            case Content.IdentityOpened opened -> lines.say("reason", opened.reason());
            case Content.Rebuttal rebuttal -> lines.say("text", rebuttal.text());
            case Content.IdentityAsked asked -> lines.say("reason", asked.reason());
            case Content.IdentityAnswered answer ->
                lines.say("decision", text.of(answer.agreed() ? "identity.agreed" : "identity.refused"));
            case Content.Identity _,
                    Content.IdentityGiven _,
                    Content.SurveyAnswered _,
                    Content.Origin _,
                    Content.Accused _,
                    Content.KeptOut _,
                    Content.MatchLifted _,
                    Content.Mail _ -> throw new IllegalArgumentException("Not for the page: " + content.getClass());
        }
        return lines.said;
    }

    private String given(Content.MessageToReporter message) {
        return message.files().stream()
                .map(sent -> text.of(sent.clean() ? "case.given.clean" : "case.given.asItIs", sent.name()))
                .collect(Collectors.joining("\n"));
    }

    private String committee(Content.Assignment assignment) {
        return assignment.members().stream()
                .map(member -> text.of(
                        "case.committee.member", text.name(member.person()), text.of("committee." + member.role())))
                .collect(Collectors.joining("\n"));
    }

    String accused(Content.Accused accused) {
        List<String> parts = new ArrayList<>();
        for (String part : new @Nullable String[] {accused.name(), accused.position(), accused.unit()}) {
            if (part != null && !part.isBlank()) {
                parts.add(part);
            }
        }
        if (parts.isEmpty() && accused.personId() != null) {
            parts.add(text.name(accused.personId()));
        }
        return String.join(" · ", parts);
    }

    private String signed(String signer, String post, @Nullable String actingOrder) {
        return actingOrder == null
                ? text.of("case.signed", signer, post)
                : text.of("case.signedActing", signer, post, thai.digits(actingOrder));
    }

    /** The lines of one leaf; what is empty is left out. */
    private final class Lines {

        private final List<Line> said = new ArrayList<>();

        Lines say(String label, @Nullable String words) {
            if (words != null && !words.isBlank()) {
                said.add(new Line(text.of("leaf.label." + label), words));
            }
            return this;
        }

        Lines on(String label, @Nullable LocalDate day) {
            return say(label, thai.fullDate(day));
        }

        Lines agreed(boolean agreed, String reason) {
            return say("decision", text.of(agreed ? "case.agreed" : "case.returned"))
                    .say("reason", reason);
        }
    }
}
