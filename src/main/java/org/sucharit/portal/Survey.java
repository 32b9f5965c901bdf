package org.sucharit.portal;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.statistics.Satisfaction;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;

/** The few questions after the close, once for each case. That somebody answered is kept with the case, never what. */
@Component
@Transactional
class Survey {

    private final CaseFiles cases;
    private final Vault vault;
    private final Satisfaction satisfaction;
    private final Register register;
    private final Time time;

    Survey(CaseFiles cases, Vault vault, Satisfaction satisfaction, Register register, Time time) {
        this.cases = cases;
        this.vault = vault;
        this.satisfaction = satisfaction;
        this.register = register;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public boolean isOpenTo(CaseFile file) {
        return file.state() == CaseState.CLOSED
                && cases.lastOf(file.id(), Set.of(Content.SurveyAnswered.class)).isEmpty();
    }

    /** @throws Problem conflict, where it was answered or the case is not closed; invalid, where nothing is answered */
    public void answer(Receipt receipt, Map<Satisfaction.Question, Integer> answers) {
        CaseId id = vault.find(receipt).orElseThrow(Problem::notFound);
        CaseFile file = cases.lock(id);
        if (file.state() != CaseState.CLOSED) {
            throw Problem.conflict("survey.early");
        }
        if (!isOpenTo(file)) {
            throw Problem.conflict("survey.over");
        }
        if (answers.isEmpty()) {
            throw Problem.invalid("survey", "survey.empty");
        }
        OpenCase.Filing filing = cases.seal(id, new Content.SurveyAnswered());
        register.append(Note.of(Act.SURVEY_ANSWERED, id, null).content(filing.bytes()));
        satisfaction.add(FiscalYear.of(time.today()), answers);
    }
}
