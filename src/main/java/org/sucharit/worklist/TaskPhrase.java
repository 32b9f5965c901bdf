package org.sucharit.worklist;

import java.util.List;

/** Ready phrases for whoever decides on a telephone. */
enum TaskPhrase {
    AS_PROPOSED,
    NOTED_AND_AGREED,
    EVIDENCE_SUFFICES,
    MORE_EVIDENCE,
    STATE_REASONS,
    PROMPTLY;

    static final List<TaskPhrase> OPINIONS = List.of(NOTED_AND_AGREED, EVIDENCE_SUFFICES, MORE_EVIDENCE, STATE_REASONS);
    static final List<TaskPhrase> DIRECTIVES = List.of(AS_PROPOSED, PROMPTLY, MORE_EVIDENCE, STATE_REASONS);

    String key() {
        return "task.phrase." + this;
    }
}
