package org.sucharit.papers;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Fields;
import org.sucharit.document.Signer;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;

/** The memos that the clock writes. They need no key: they name a case by number, kind and dates only. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class ClockMemos {

    private final CaseFiles cases;
    private final PaperText text;
    private final Press press;
    private final Signatures signatures;
    private final Time time;

    ClockMemos(CaseFiles cases, PaperText text, Press press, Signatures signatures, Time time) {
        this.cases = cases;
        this.text = text;
        this.press = press;
        this.signatures = signatures;
        this.time = time;
    }

    /**
     * Says how the clock stands: a reminder while days are left, from the due day on that it is due or overdue.
     *
     * @param to the post it is addressed to; null for those who have something to do themselves
     * @param atWork those who have something to do in the case
     */
    public void issue(CaseId caseId, @Nullable String to, Set<PersonId> atWork) {
        CaseFile file = cases.file(caseId);
        LocalDate today = time.today();
        String holder = holder(atWork);
        Fields fields = text.ofCase(file, "")
                .text("addressee", to == null ? holder : to)
                .text("holder", holder)
                .text(
                        "step",
                        file.state()
                                .step()
                                .map(step -> text.of("step." + step))
                                .orElseGet(() -> text.of("case.state." + file.state())))
                .number("days", Math.abs(ChronoUnit.DAYS.between(today, file.dueOn())));
        boolean left = today.isBefore(file.dueOn());
        if (!left) {
            fields.flag("today", today.equals(file.dueOn())).flag("late", today.isAfter(file.dueOn()));
        }
        press.issue(
                new Draft(
                        left ? DocumentKind.REMINDER_MEMO : DocumentKind.OVERDUE_MEMO,
                        file,
                        text.of("paper.unit.personnel"),
                        fields,
                        Signer.machine(text.of("paper.system"))),
                null);
    }

    /** The post of whoever is at work; of several the first by its name, so that the same case names the same. */
    private String holder(Set<PersonId> atWork) {
        return atWork.stream()
                .map(person -> signatures.of(person).post())
                .filter(post -> !post.isEmpty())
                .min(String::compareTo)
                .orElseGet(() -> text.of("paper.unit.personnel"));
    }
}
