package org.sucharit.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Content;
import org.sucharit.screen.ThaiDateField;

/** What the forms of the tasks send, as it was typed; what a browser leaves out is empty. */
final class TaskForms {

    private TaskForms() {}

    record Screen(
            String outcome,
            String ground,
            String reason,
            String referTo,
            String into,
            CaseForms.Accused accused,
            List<CaseForms.Verdict> verdicts) {
        Screen {
            verdicts = Objects.requireNonNullElse(verdicts, List.of());
            outcome = typed(outcome);
            ground = typed(ground);
            reason = typed(reason);
            referTo = typed(referTo);
            into = typed(into);
            accused = Objects.requireNonNullElse(accused, new CaseForms.Accused("", "", ""));
        }

        /** What was typed about somebody who may be meant. */
        public CaseForms.Verdict judges(String person) {
            return verdicts.stream()
                    .filter(verdict -> verdict.person().equals(person))
                    .findFirst()
                    .orElseGet(() -> new CaseForms.Verdict(person, "", ""));
        }

        /** The name of the fields about a person; nothing where the form has none. */
        Optional<String> fieldOf(String person) {
            for (int n = 0; n < verdicts.size(); n++) {
                if (verdicts.get(n).person().equals(person)) {
                    return Optional.of("verdicts[" + n + "]");
                }
            }
            return Optional.empty();
        }
    }

    /** @param agreed "true", "false", or empty where nothing was chosen */
    record Agree(String agreed, String reason) {
        Agree {
            agreed = typed(agreed);
            reason = typed(reason);
        }

        boolean decided() {
            return agreed.equals("true") || agreed.equals("false");
        }

        boolean yes() {
            return agreed.equals("true");
        }
    }

    /** @param members the ids of those who are of the committee besides the chair and the secretary */
    record Assign(String person, List<String> members, String secretary, String instruction) {
        Assign {
            person = typed(person);
            members = Objects.requireNonNullElse(members, List.of());
            secretary = typed(secretary);
            instruction = typed(instruction);
        }

        public boolean isCommittee() {
            return !members.isEmpty() || !secretary.isEmpty();
        }

        /** Whoever is ticked and chosen as secretary too is the secretary. */
        List<Content.Assignment.Member> committee() {
            List<Content.Assignment.Member> committee = new ArrayList<>();
            members.stream()
                    .filter(member -> !member.equals(secretary))
                    .flatMap(member -> CaseForms.chosenPerson("members", member).stream())
                    .map(member -> new Content.Assignment.Member(member, Content.Assignment.Role.MEMBER))
                    .forEach(committee::add);
            CaseForms.chosenPerson("secretary", secretary)
                    .map(person -> new Content.Assignment.Member(person, Content.Assignment.Role.SECRETARY))
                    .ifPresent(committee::add);
            return committee;
        }
    }

    record StepAside(String reason) {
        StepAside {
            reason = typed(reason);
        }
    }

    record Findings(String result, String facts, String reasoning, String recommendation) {
        Findings {
            result = typed(result);
            facts = typed(facts);
            reasoning = typed(reasoning);
            recommendation = typed(recommendation);
        }
    }

    record AskExtension(ThaiDateField until, String reason) {
        AskExtension {
            until = Objects.requireNonNullElse(until, ThaiDateField.EMPTY);
            reason = typed(reason);
        }
    }

    /** @param decision the name of the button that was pressed */
    record Decide(String decision, String phrase, String text) {
        Decide {
            decision = typed(decision);
            phrase = typed(phrase);
            text = typed(text);
        }
    }

    record DecideExtension(String granted, ThaiDateField until, String reason) {
        DecideExtension {
            granted = typed(granted);
            until = Objects.requireNonNullElse(until, ThaiDateField.EMPTY);
            reason = typed(reason);
        }
    }

    record Text(String text) {
        Text {
            text = typed(text);
        }
    }

    record Referral(String authority, String text) {
        Referral {
            authority = typed(authority);
            text = typed(text);
        }
    }

    record Sent(String number, ThaiDateField sentOn, String proof) {
        Sent {
            number = typed(number);
            sentOn = Objects.requireNonNullElse(sentOn, ThaiDateField.EMPTY);
            proof = typed(proof);
        }
    }

    record Reply(ThaiDateField receivedOn, String text) {
        Reply {
            receivedOn = Objects.requireNonNullElse(receivedOn, ThaiDateField.EMPTY);
            text = typed(text);
        }
    }

    record Notify(String how, String text) {
        Notify {
            how = typed(how);
            text = typed(text);
        }
    }

    private static String typed(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** The constant of this name; nothing where none was chosen or there is no such one. */
    static <E extends Enum<E>> Optional<E> chosen(Class<E> type, String name) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** The code of what is wrong with a day that must be there; empty where nothing is. */
    static String wrong(ThaiDateField day) {
        return day.isEmpty() ? "date.missing" : "date.invalid";
    }
}
