package org.sucharit.workflow;

import java.util.Set;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;

/**
 * Narrows a role of the models to the people who may act on one case. Asked once for every task that opens, in its
 * transaction, and again at {@link Workflow#narrow}; so it may open a grant for whoever steps in.
 */
public interface Candidates {

    /**
     * The people who may do a task. Where all who hold the role are kept out or absent, it names those above them.
     *
     * @param group the role that the model gives the task to
     * @param step the id of the user task
     * @return never empty: a task nobody can do is an error, and the step that would have opened it is undone
     */
    Set<PersonId> candidates(CaseId caseId, String group, String step);
}
