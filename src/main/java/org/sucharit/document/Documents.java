package org.sucharit.document;

import org.springframework.stereotype.Component;

/** Makes official papers. Safe for use by many threads. */
@Component
public class Documents {

    private final Wording wording = Wording.load();

    /** Sets the paper; the same paper gives the same bytes. Unprintable characters are reported, never refused. */
    public Rendered render(OfficialDocument document) {
        Drafting drafting = new Drafting(wording, document.heading());
        return switch (document) {
            case Memo memo -> new MemoLayout(wording, memo).render();
            case ForwardingMemo memo -> new MemoLayout(wording, drafting.memo(memo)).render();
            case FindingsMemo memo -> new MemoLayout(wording, drafting.memo(memo)).render();
            case OverdueMemo memo -> new MemoLayout(wording, drafting.memo(memo)).render();
            case AppointmentOrder order -> new OrderLayout(wording, order).render();
            case Letter letter -> new LetterLayout(wording, letter).render();
            case ReferralLetter letter -> new LetterLayout(wording, drafting.letter(letter)).render();
        };
    }
}
