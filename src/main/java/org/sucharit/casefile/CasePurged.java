package org.sucharit.casefile;

import org.sucharit.kernel.CaseId;

/** The content and the keys of a case are gone. Whoever keeps anything else of it lets go of it in the same transaction. */
public record CasePurged(CaseId caseId) {}
