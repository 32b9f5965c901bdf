package org.sucharit.assignment;

import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.OpenTask;

/** A task that an officer has in hand, with its case open. From {@link Steps#take}; valid within its transaction. */
public record StepInHand(Officer officer, OpenTask task, OpenCase open) {

    public CaseFile file() {
        return open.file();
    }

    /** Files a leaf in the officer's name. */
    public OpenCase.Filing add(Content content) {
        return open.add(officer.id(), content);
    }
}
