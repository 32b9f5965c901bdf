package org.sucharit.document;

import java.util.List;

/**
 * Tells a superior that a case nears its last day, has reached it or has passed it; which of these follows from the
 * date of the memo. It can be made without opening the case.
 *
 * @param holder the post that holds the case now
 * @param step what is to be done there, as "สืบสวนข้อเท็จจริง"
 * @param progress what was done so far; none prints "ไม่มี"
 */
public record OverdueMemo(
        Heading heading,
        String addressee,
        Matter matter,
        String holder,
        String step,
        List<String> progress,
        Signer signer)
        implements OfficialDocument {

    public OverdueMemo {
        progress = List.copyOf(progress);
    }
}
