package org.sucharit.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.kernel.CurrentOrganisation;

/**
 * How content reporters are once their case is closed. Only sums are kept, so no answer leads back to a case; and what is
 * shown is so round that one more answer does not tell itself.
 */
@Component
public class Satisfaction {

    /** What is asked, each to be answered from 1 (not at all) to {@link #MOST} (very much). */
    public enum Question {
        EASY,
        INFORMED,
        SAFE,
        FAIR
    }

    public static final int MOST = 5;

    /** Below so many answers nothing is shown, and their number is told in such steps. */
    static final int STEP = 5;

    private static final int CONTENT_FROM = 4;

    /**
     * @param atLeast how many answered, rounded down to a multiple of {@link #STEP}
     * @param tenths how many of ten are content, rounded
     */
    public record Score(Question question, int atLeast, int tenths) {}

    private final JdbcClient jdbc;

    Satisfaction(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Adds to the sums; who answers nothing to a question is not counted there. The caller has entered something in the
     * register before, so that no two of one organisation do this at once.
     *
     * @throws IllegalArgumentException where an answer is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(FiscalYear year, Map<Question, Integer> answers) {
        answers.forEach((question, answer) -> {
            if (answer < 1 || answer > MOST) {
                throw new IllegalArgumentException("Not an answer: " + answer);
            }
            Object[] key = {CurrentOrganisation.get().value(), year.year(), question.name(), answer};
            int counted = jdbc.sql("""
                            update satisfaction set given = given + 1
                            where organisation_id = ? and fiscal_year = ? and question = ? and answer = ?""").params(key).update();
            if (counted == 0) {
                jdbc.sql("""
                                insert into satisfaction (organisation_id, fiscal_year, question, answer, given)
                                values (?, ?, ?, ?, 1)""").params(key).update();
            }
        });
    }

    /** The questions that enough have answered in a year. */
    @Transactional(readOnly = true)
    public List<Score> of(FiscalYear year) {
        record Row(String question, int answer, int given) {}
        List<Row> rows = jdbc.sql("""
                        select question, answer, given from satisfaction
                        where organisation_id = ? and fiscal_year = ?""")
                .params(CurrentOrganisation.get().value(), year.year())
                .query((row, n) -> new Row(row.getString("question"), row.getInt("answer"), row.getInt("given")))
                .list();
        return Arrays.stream(Question.values())
                .flatMap(question -> {
                    List<Row> of = rows.stream()
                            .filter(row -> row.question().equals(question.name()))
                            .toList();
                    int all = of.stream().mapToInt(Row::given).sum();
                    int content = of.stream()
                            .filter(row -> row.answer() >= CONTENT_FROM)
                            .mapToInt(Row::given)
                            .sum();
                    return all < STEP
                            ? Optional.<Score>empty().stream()
                            : Optional.of(new Score(question, all / STEP * STEP, Math.round(10f * content / all)))
                                    .stream();
                })
                .toList();
    }
}
