package org.sucharit.organisation;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Comparator;
import java.util.List;

/**
 * How long an organisation gives itself for each step. Where a name says nothing else the unit is calendar days; every
 * number is at least 1.
 *
 * @param logWorkingDays from receipt to entry in the register
 * @param acknowledgeDays by when the complainant should have an answer
 * @param acknowledgeAtMostDays by when the complainant must have an answer (พ.ร.ฎ.บริหารกิจการบ้านเมืองที่ดี 2546 ม.38)
 * @param screenWorkingDays from entry to the decision whether the complaint is taken up
 * @param assignWorkingDays from that decision to the investigator's appointment
 * @param answerDays for a complainant to answer a question
 * @param reportDays from receipt until the findings are laid before the mayor
 * @param remindDaysLeft days left before the due day on which the investigator is reminded, most first
 * @param escalateDaysLeft days left when the chief administrator is told
 * @param escalateEveryDays pause between two notices to the mayor from the due day on
 * @param rebuttalDays for a complainant to contest the outcome
 * @param grievanceDays for a division to settle a general grievance
 * @param unopenedWorkingDays until a task nobody opened goes to its holder's superior
 * @param vacantPostWorkingDays until an opinion waiting for a post without anyone goes up
 * @param referralFollowUpDays pause between two enquiries at the authority that a case was referred to
 * @param retentionYears years that a closed case is kept before it may be destroyed; at least 1
 * @param dueDayRule for the report's term
 */
@Embeddable
public record Terms(
        int logWorkingDays,
        int acknowledgeDays,
        int acknowledgeAtMostDays,
        int screenWorkingDays,
        int assignWorkingDays,
        int answerDays,
        int reportDays,
        @Convert(converter = DaysColumn.class) List<Integer> remindDaysLeft,
        int escalateDaysLeft,
        int escalateEveryDays,
        int rebuttalDays,
        int grievanceDays,
        int unopenedWorkingDays,
        int vacantPostWorkingDays,
        int referralFollowUpDays,
        int retentionYears,
        @Enumerated(EnumType.STRING) DueDayRule dueDayRule) {

    public static final Terms DEFAULTS = new Terms(
            1, 7, 15, 3, 2, 15, 60, List.of(30, 15, 7, 3, 1), 7, 7, 30, 30, 2, 3, 30, 10, DueDayRule.OFFICIAL_DAY_COUNTS);

    public Terms {
        remindDaysLeft = remindDaysLeft.stream()
                .distinct()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /** These terms with another number of days to report in. */
    public Terms withReportDays(int days) {
        return with(days, retentionYears, dueDayRule);
    }

    /** These terms with another number of years to keep a closed case. */
    public Terms withRetentionYears(int years) {
        return with(reportDays, years, dueDayRule);
    }

    /** These terms under another rule for a last day that is a holiday. */
    public Terms with(DueDayRule rule) {
        return with(reportDays, retentionYears, rule);
    }

    private Terms with(int otherReportDays, int otherRetentionYears, DueDayRule otherRule) {
        return new Terms(
                logWorkingDays,
                acknowledgeDays,
                acknowledgeAtMostDays,
                screenWorkingDays,
                assignWorkingDays,
                answerDays,
                otherReportDays,
                remindDaysLeft,
                escalateDaysLeft,
                escalateEveryDays,
                rebuttalDays,
                grievanceDays,
                unopenedWorkingDays,
                vacantPostWorkingDays,
                referralFollowUpDays,
                otherRetentionYears,
                otherRule);
    }
}
