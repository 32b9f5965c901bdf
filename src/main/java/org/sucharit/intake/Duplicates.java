package org.sucharit.intake;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.CaseId;
import org.sucharit.vault.Officer;

/**
 * Finds what may have been reported twice, among the cases that the officer can open. Two texts are compared by their
 * runs of three letters, which needs no word breaks and so suits Thai.
 */
@Component
@Transactional(readOnly = true)
public class Duplicates {

    /** A likely double: how much of the wording is shared, from 0 to 1. */
    public record Likely(CaseSummary summary, double likeness) {}

    private static final int DAYS_BACK = 180;
    private static final int COMPARED = 50;
    private static final int SHOWN = 3;
    private static final double LIKELY = 0.35;
    private static final int FEW_LETTERS = 20;
    private static final int FEW_DIFFERENT = 8;

    private final CaseFiles cases;

    Duplicates(CaseFiles cases) {
        this.cases = cases;
    }

    /** The likeliest doubles of a case, at most three, the likest first. */
    public List<Likely> of(Officer officer, CaseId id) {
        OpenCase open = cases.open(officer, id);
        Set<String> runs = runs(open.report());
        return cases
                .similar(
                        officer,
                        open.file().kind(),
                        open.file().receivedOn().minusDays(DAYS_BACK),
                        PageRequest.ofSize(COMPARED))
                .stream()
                .filter(other -> !other.id().equals(id))
                .map(other -> new Likely(
                        other,
                        likeness(runs, runs(cases.open(officer, other.id()).report()))))
                .filter(likely -> likely.likeness() >= LIKELY)
                .sorted(Comparator.comparingDouble(Likely::likeness).reversed())
                .limit(SHOWN)
                .toList();
    }

    /**
     * Whether a report has too few different letters to say anything. It is never refused for that: whoever screens it
     * is told, and asks.
     */
    public static boolean saysNextToNothing(Content.Report report) {
        String letters = report.details().replaceAll("[^\\p{L}\\p{M}\\p{Nd}]", "");
        return letters.length() < FEW_LETTERS || letters.chars().distinct().count() < FEW_DIFFERENT;
    }

    private static double likeness(Set<String> one, Set<String> other) {
        Set<String> shared = new HashSet<>(one);
        shared.retainAll(other);
        int all = one.size() + other.size() - shared.size();
        return all == 0 ? 0 : (double) shared.size() / all;
    }

    private static Set<String> runs(Content.Report report) {
        String text = (report.subject() + report.details())
                .replaceAll("[\\s\\p{Punct}]", "")
                .toLowerCase(Locale.ROOT);
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + 3 <= text.length(); i++) {
            runs.add(text.substring(i, i + 3));
        }
        return runs;
    }
}
