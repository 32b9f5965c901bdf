package org.sucharit.register;

import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;

/**
 * What is to be entered.
 *
 * @param detail at most 200 characters: a code, a number or a date; never anything a person wrote
 * @param content the sealed content that the act put into the case, as stored; the entry commits to it
 */
public record Note(
        Act act,
        @Nullable CaseId caseId,
        @Nullable PersonId actor,
        @Nullable String taskId,
        @Nullable String detail,
        byte @Nullable [] content) {

    /** Of a case. */
    public static Note of(Act act, CaseId caseId, @Nullable PersonId actor) {
        return new Note(act, caseId, actor, null, null, null);
    }

    /** Of the organisation itself: a sign-in, a changed setting. */
    public static Note of(Act act, PersonId actor) {
        return new Note(act, null, actor, null, null, null);
    }

    public Note detail(String detail) {
        return new Note(act, caseId, actor, taskId, detail, content);
    }

    /** The task that the act finished, so that whoever comes second can be told. */
    public Note task(String taskId) {
        return new Note(act, caseId, actor, taskId, detail, content);
    }

    public Note content(byte[] content) {
        return new Note(act, caseId, actor, taskId, detail, content);
    }
}
