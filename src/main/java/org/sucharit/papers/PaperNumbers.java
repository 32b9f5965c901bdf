package org.sucharit.papers;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.CaseFile;
import org.sucharit.document.DocumentKind;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.Numbers;

/**
 * The numbers of papers, from the register that each belongs in. Every register begins anew with the calendar year of
 * the Buddhist era.
 */
@Component
class PaperNumbers {

    /**
     * The registers run side by side, so each has its 12. A number tells which of them it is from: a circular by "ว" and
     * a secret paper by "ลับ" between prefix and number, an order by its year. Without the word an open and a secret
     * paper of the same day could bear the same number, and whoever looks for one be handed the other.
     */
    enum Series {
        /** "ยล 73601/12" */
        PAPER,
        /** "ยล 73601/ลับ 12": papers marked secret run in a register of their own. */
        SECRET,
        /** "ยล 73601/ว 12": the same paper to many (Regulation on Correspondence B.E. 2526, the letter ว). */
        CIRCULAR,
        /** "12/2569" */
        ORDER;

        /** Under which the numbers are kept. */
        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Numbers numbers;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Time time;

    PaperNumbers(Numbers numbers, Organisations organisations, MessageSource messages, Time time) {
        this.numbers = numbers;
        this.organisations = organisations;
        this.messages = messages;
        this.time = time;
    }

    /** The next number for a paper of a case. Ask for it last: from here on other writers of the organisation wait. */
    String next(DocumentKind kind, CaseFile file) {
        return next(series(kind, file));
    }

    private static Series series(DocumentKind kind, CaseFile file) {
        if (kind == DocumentKind.APPOINTMENT_ORDER) {
            return Series.ORDER;
        }
        return file.kind().confidential() ? Series.SECRET : Series.PAPER;
    }

    String next(Series series) {
        int year = time.today().getYear() + 543;
        String number = Integer.toString(numbers.next(series.key(), year));
        String prefix = organisations.current().settings().letterhead().documentPrefix();
        String whole = messages.getMessage(
                "paper.number." + series, new Object[] {prefix, number, Integer.toString(year)}, Locale.of("th"));
        return whole.startsWith("/") ? whole.substring(1) : whole; // an organisation without a prefix
    }
}
