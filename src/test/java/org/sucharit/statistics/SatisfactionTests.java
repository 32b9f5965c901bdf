package org.sucharit.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.statistics.Satisfaction.Question;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** What reporters answer is shown only together, and so round that nobody's own answer shows. */
@SpringBootTest
@OnH2
@Import(Town.class)
class SatisfactionTests {

    private static final FiscalYear YEAR = new FiscalYear(2570);

    @Autowired
    Town towns;

    @Autowired
    Satisfaction satisfaction;

    @Autowired
    TransactionTemplate transaction;

    private Town.Founded town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    private void answers(int... safe) {
        for (int answer : safe) {
            town.run(() ->
                    transaction.executeWithoutResult(work -> satisfaction.add(YEAR, Map.of(Question.SAFE, answer))));
        }
    }

    @Test
    void showsNothingOfAFew() {
        answers(5, 5, 5, 5);
        assertThat(town.in(() -> satisfaction.of(YEAR))).isEmpty();
        answers(1);
        assertThat(town.in(() -> satisfaction.of(YEAR))).containsExactly(new Satisfaction.Score(Question.SAFE, 5, 8));
        assertThat(town.in(() -> satisfaction.of(YEAR.next()))).isEmpty();
    }

    /** The attack: to look before and after one more answer. */
    @Test
    void doesNotTellOneMoreAnswerByItself() {
        answers(5, 5, 5, 5, 5, 1, 1, 1);
        var before = town.in(() -> satisfaction.of(YEAR));
        answers(1);
        assertThat(town.in(() -> satisfaction.of(YEAR))).isEqualTo(before);
    }

    @Test
    void countsEachOrganisationByItself() {
        answers(5, 5, 5, 5, 5);
        assertThat(towns.found().in(() -> satisfaction.of(YEAR))).isEmpty();
    }
}
