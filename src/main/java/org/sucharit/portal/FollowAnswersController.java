package org.sucharit.portal;

import static org.sucharit.portal.HomeController.ORG;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sucharit.casefile.Reporter;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.IdentityRequests;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.Thai;
import org.sucharit.statistics.Satisfaction;

/** What a reporter is asked: to show who they are to one person, and, once the case is closed, how it was. */
@Controller
class FollowAnswersController {

    private final IdentityRequests requests;
    private final Correspondence correspondence;
    private final Submissions submissions;
    private final Survey survey;
    private final FollowPages pages;
    private final MessageSource messages;

    FollowAnswersController(
            IdentityRequests requests,
            Correspondence correspondence,
            Submissions submissions,
            Survey survey,
            FollowPages pages,
            MessageSource messages) {
        this.requests = requests;
        this.correspondence = correspondence;
        this.submissions = submissions;
        this.survey = survey;
        this.pages = pages;
        this.messages = messages;
    }

    @PostMapping(ORG + "/follow/identity")
    Object identity(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam(required = false) @Nullable Boolean agree,
            @RequestParam(required = false) @Nullable String name,
            @RequestParam(required = false) @Nullable String address,
            @RequestParam(required = false) @Nullable String phone,
            @RequestParam(required = false) @Nullable String email,
            Model model,
            Locale locale) {
        return pages.with(org, receipt, model, locale, known -> {
            try {
                if (agree == null) {
                    throw Problem.invalid("identity", "required");
                }
                if (agree) {
                    requests.agree(
                            known,
                            new Reporter.Identity(
                                    ReportRequest.orNull(name),
                                    ReportRequest.orNull(address),
                                    ReportRequest.orNull(phone),
                                    ReportRequest.orNull(email)),
                            said("portal.identity.agreed"));
                } else {
                    requests.refuse(known, said("portal.identity.refused"));
                }
                return pages.done(agree ? "portal.done.agreed" : "portal.done.refused", known, model, locale);
            } catch (Problem problem) {
                model.addAttribute("agree", agree)
                        .addAttribute("name", name)
                        .addAttribute("address", address)
                        .addAttribute("phone", phone)
                        .addAttribute("email", email);
                return pages.again(known, model, locale, problem);
            }
        });
    }

    @PostMapping(ORG + "/follow/rebuttal")
    Object rebut(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam(required = false) @Nullable String formId,
            @RequestParam(defaultValue = "") String rebuttal,
            Model model,
            Locale locale) {
        return pages.with(org, receipt, model, locale, known -> {
            try {
                String said = rebuttal.strip();
                submissions.once(formId, known, "rebuttal", said, List.of(), () -> correspondence.rebut(known, said));
                return pages.done("portal.done.rebutted", known, model, locale);
            } catch (Problem problem) {
                model.addAttribute("objection", rebuttal);
                return pages.again(known, model, locale, problem);
            }
        });
    }

    @PostMapping(ORG + "/follow/survey")
    Object survey(
            @PathVariable String org,
            @RequestParam String receipt,
            @RequestParam Map<String, String> sent,
            Model model,
            Locale locale) {
        return pages.with(org, receipt, model, locale, known -> {
            try {
                survey.answer(known, answers(sent));
                return pages.done("portal.done.answered", known, model, locale);
            } catch (Problem problem) {
                return pages.again(known, model, locale, problem);
            }
        });
    }

    private static Map<Satisfaction.Question, Integer> answers(Map<String, String> sent) {
        Map<Satisfaction.Question, Integer> answers = new EnumMap<>(Satisfaction.Question.class);
        for (Satisfaction.Question question : Satisfaction.Question.values()) {
            String answer = sent.get(question.name());
            if (answer != null && answer.matches("[1-" + Satisfaction.MOST + "]")) {
                answers.put(question, Integer.valueOf(answer));
            }
        }
        return answers;
    }

    /** As it stands among the messages; the file is kept in Thai. */
    private String said(String code) {
        return messages.getMessage(code, new Object[0], Thai.THAI);
    }
}
