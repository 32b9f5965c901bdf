package org.sucharit.worklist;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;
import org.sucharit.assignment.Matches;
import org.sucharit.casefile.Content;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.ThaiDateField;

/**
 * The small forms that stand beside each other on the page of a case, each under a name of its own, so that no two
 * fields of the page have the same. Only the one that was sent is there; what a browser leaves out is empty.
 */
record CaseForms(
        @Nullable Note note,
        @Nullable Interview interview,
        @Nullable Evidence evidence,
        @Nullable Accused accused,
        @Nullable Message message,
        @Nullable Reopen reopen,
        @Nullable Leave leave,
        @Nullable Verdict match) {

    static final CaseForms EMPTY = new CaseForms(null, null, null, null, null, null, null, null);

    public Note noted() {
        return note == null ? new Note("") : note;
    }

    public Interview interviewed() {
        return interview == null ? new Interview("", ThaiDateField.EMPTY, "") : interview;
    }

    public Evidence found() {
        return evidence == null ? new Evidence("", "", List.of()) : evidence;
    }

    public Accused accuses() {
        return accused == null ? new Accused("", "", "") : accused;
    }

    public Message written() {
        return message == null ? new Message("", List.of()) : message;
    }

    public Reopen reopened() {
        return reopen == null ? new Reopen("") : reopen;
    }

    public Leave leaves() {
        return leave == null ? new Leave("") : leave;
    }

    public Verdict judged() {
        return match == null ? new Verdict("", "", "") : match;
    }

    /** What was typed about somebody who may be meant. */
    public Verdict judges(String person) {
        return match != null && match.person().equals(person) ? match : new Verdict(person, "", "");
    }

    record Note(String text) {
        Note {
            text = Objects.requireNonNullElse(text, "");
        }
    }

    record Interview(String with, ThaiDateField on, String text) {
        Interview {
            with = Objects.requireNonNullElse(with, "");
            on = Objects.requireNonNullElse(on, ThaiDateField.EMPTY);
            text = Objects.requireNonNullElse(text, "");
        }
    }

    record Evidence(String title, String description, List<MultipartFile> files) {
        Evidence {
            title = Objects.requireNonNullElse(title, "");
            description = Objects.requireNonNullElse(description, "");
            files = Objects.requireNonNullElse(files, List.of());
        }
    }

    record Message(String text, List<MultipartFile> files) {
        Message {
            text = Objects.requireNonNullElse(text, "");
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    record Reopen(String reason) {
        Reopen {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    /** Of the committee. */
    record Leave(String reason) {
        Leave {
            reason = Objects.requireNonNullElse(reason, "");
        }
    }

    /**
     * On somebody who may be meant.
     *
     * @param verdict "ACCUSED", "NOT", or empty where nothing was chosen
     * @param reason why it is not this person
     */
    record Verdict(String person, String verdict, String reason) {
        Verdict {
            person = Objects.requireNonNullElse(person, "");
            verdict = Objects.requireNonNullElse(verdict, "");
            reason = Objects.requireNonNullElse(reason, "").strip();
        }

        public boolean isGiven() {
            return verdict.equals("ACCUSED") || verdict.equals("NOT");
        }

        boolean lacksReason() {
            return verdict.equals("NOT") && reason.isEmpty();
        }

        /** @throws Problem invalid, where the person is no id */
        Matches.Verdict content() {
            return new Matches.Verdict(
                    chosenPerson("person", person).orElseThrow(Problem::notFound), verdict.equals("ACCUSED"), reason);
        }
    }

    /** @param person the id of one of the organisation's own people; empty where none was chosen */
    record Accused(String person, String name, String position) {
        Accused {
            person = Objects.requireNonNullElse(person, "");
            name = Objects.requireNonNullElse(name, "").strip();
            position = Objects.requireNonNullElse(position, "").strip();
        }

        public boolean isEmpty() {
            return person.isEmpty() && name.isEmpty() && position.isEmpty();
        }

        /** @throws Problem invalid, where the person chosen is no id */
        Content.Accused content() {
            return new Content.Accused(
                    name.isEmpty() ? null : name,
                    position.isEmpty() ? null : position,
                    null,
                    chosenPerson("person", person).orElse(null));
        }
    }

    /** @throws Problem invalid */
    static Optional<PersonId> chosenPerson(String field, String chosen) {
        try {
            return chosen.isEmpty() ? Optional.empty() : Optional.of(PersonId.of(chosen));
        } catch (IllegalArgumentException noId) {
            throw Problem.invalid(field, "parameter.wrong");
        }
    }
}
