package org.sucharit.administration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.DueDayRule;
import org.sucharit.organisation.Letterhead;
import org.sucharit.organisation.Settings;
import org.sucharit.organisation.Terms;
import org.sucharit.screen.Typed;

/** The settings as fields of a form, under the names by which the organisation says what is wrong with them. */
final class SettingsForm {

    private static final Map<String, ToIntFunction<Terms>> NUMBERS = new LinkedHashMap<>();

    static {
        NUMBERS.put("logWorkingDays", Terms::logWorkingDays);
        NUMBERS.put("acknowledgeDays", Terms::acknowledgeDays);
        NUMBERS.put("acknowledgeAtMostDays", Terms::acknowledgeAtMostDays);
        NUMBERS.put("screenWorkingDays", Terms::screenWorkingDays);
        NUMBERS.put("assignWorkingDays", Terms::assignWorkingDays);
        NUMBERS.put("answerDays", Terms::answerDays);
        NUMBERS.put("reportDays", Terms::reportDays);
        NUMBERS.put("escalateDaysLeft", Terms::escalateDaysLeft);
        NUMBERS.put("escalateEveryDays", Terms::escalateEveryDays);
        NUMBERS.put("rebuttalDays", Terms::rebuttalDays);
        NUMBERS.put("grievanceDays", Terms::grievanceDays);
        NUMBERS.put("unopenedWorkingDays", Terms::unopenedWorkingDays);
        NUMBERS.put("vacantPostWorkingDays", Terms::vacantPostWorkingDays);
        NUMBERS.put("referralFollowUpDays", Terms::referralFollowUpDays);
        NUMBERS.put("retentionYears", Terms::retentionYears);
    }

    /** Names of the numbers of days, and of the years, in the order of the form. */
    static final List<String> TERMS = List.copyOf(NUMBERS.keySet());

    static final List<String> LETTERHEAD =
            List.of("documentPrefix", "address", "district", "province", "postcode", "phone", "email", "website");

    private static final Pattern PARTED = Pattern.compile("[,\\s]+");

    private SettingsForm() {}

    static Typed of(Settings settings) {
        Typed typed = Typed.nothing()
                .with("thaiDigits", settings.thaiDigits())
                .with("terms.dueDayRule", settings.terms().dueDayRule())
                .with(
                        "terms.remindDaysLeft",
                        settings.terms().remindDaysLeft().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(", ")));
        for (Map.Entry<String, ToIntFunction<Terms>> number : NUMBERS.entrySet()) {
            typed = typed.with("terms." + number.getKey(), number.getValue().applyAsInt(settings.terms()));
        }
        Letterhead head = settings.letterhead();
        return typed.with("letterhead.documentPrefix", head.documentPrefix())
                .with("letterhead.address", head.address())
                .with("letterhead.district", head.district())
                .with("letterhead.province", head.province())
                .with("letterhead.postcode", head.postcode())
                .with("letterhead.phone", head.phone())
                .with("letterhead.email", head.email())
                .with("letterhead.website", head.website());
    }

    /** @throws Problem invalid, with every field that is no number */
    static Settings read(Typed typed) {
        List<Problem.Field> wrong = new ArrayList<>();
        Terms terms = terms(typed, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new Settings(letterhead(typed), terms, typed.checked("thaiDigits"));
    }

    private static Letterhead letterhead(Typed typed) {
        return new Letterhead(
                typed.text("letterhead.documentPrefix").strip(),
                typed.text("letterhead.address").strip(),
                typed.text("letterhead.district").strip(),
                typed.text("letterhead.province").strip(),
                typed.text("letterhead.postcode").strip(),
                typed.text("letterhead.phone").strip(),
                typed.text("letterhead.email").strip(),
                typed.text("letterhead.website").strip());
    }

    private static Terms terms(Typed typed, List<Problem.Field> wrong) {
        return new Terms(
                days("logWorkingDays", typed, wrong),
                days("acknowledgeDays", typed, wrong),
                days("acknowledgeAtMostDays", typed, wrong),
                days("screenWorkingDays", typed, wrong),
                days("assignWorkingDays", typed, wrong),
                days("answerDays", typed, wrong),
                days("reportDays", typed, wrong),
                remindDaysLeft(typed, wrong),
                days("escalateDaysLeft", typed, wrong),
                days("escalateEveryDays", typed, wrong),
                days("rebuttalDays", typed, wrong),
                days("grievanceDays", typed, wrong),
                days("unopenedWorkingDays", typed, wrong),
                days("vacantPostWorkingDays", typed, wrong),
                days("referralFollowUpDays", typed, wrong),
                days("retentionYears", typed, wrong),
                rule(typed, wrong));
    }

    private static int days(String name, Typed typed, List<Problem.Field> wrong) {
        String field = "terms." + name;
        return typed.whole(field).orElseGet(() -> {
            wrong.add(Problem.Field.of(field, "admin.wholeNumber"));
            return 0;
        });
    }

    private static List<Integer> remindDaysLeft(Typed typed, List<Problem.Field> wrong) {
        try {
            return PARTED.splitAsStream(typed.text("terms.remindDaysLeft").strip())
                    .filter(days -> !days.isEmpty())
                    .map(Integer::valueOf)
                    .toList();
        } catch (NumberFormatException e) {
            wrong.add(Problem.Field.of("terms.remindDaysLeft", "admin.wholeNumbers"));
            return List.of();
        }
    }

    private static DueDayRule rule(Typed typed, List<Problem.Field> wrong) {
        return Arrays.stream(DueDayRule.values())
                .filter(rule -> rule.name().equals(typed.text("terms.dueDayRule")))
                .findFirst()
                .orElseGet(() -> {
                    wrong.add(Problem.Field.of("terms.dueDayRule", "required"));
                    return DueDayRule.OFFICIAL_DAY_COUNTS;
                });
    }
}
