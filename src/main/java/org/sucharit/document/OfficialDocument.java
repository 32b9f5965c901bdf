package org.sucharit.document;

/** A paper that {@link Documents} can make. */
public sealed interface OfficialDocument
        permits Memo, ForwardingMemo, FindingsMemo, OverdueMemo, AppointmentOrder, Letter, ReferralLetter {

    Heading heading();
}
