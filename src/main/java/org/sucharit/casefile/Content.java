package org.sucharit.casefile;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.PersonId;

/** What stands on a folio of the case file. All of it is sealed. */
public sealed interface Content {

    /** Whether it tells who reported. Then it is sealed into an envelope of its own within the case. */
    default boolean tellsReporter() {
        return false;
    }

    /** @param particulars what the channel carries of its own: a postmark, who opened the box, a message id */
    record Report(
            String subject,
            String details,
            @Nullable LocalDate occurredOn,
            @Nullable String place,
            Map<String, String> particulars)
            implements Content {}

    record Identity(Reporter.Identity identity) implements Content {
        @Override
        public boolean tellsReporter() {
            return true;
        }
    }

    /** @param particulars those of the channel by which the reporter can be found: a sender, a number that called */
    record Origin(Map<String, String> particulars) implements Content {
        @Override
        public boolean tellsReporter() {
            return true;
        }
    }

    /** @param personId where it is one of the organisation's own people */
    record Accused(
            @Nullable String name,
            @Nullable String position,
            @Nullable String unit,
            @Nullable PersonId personId) implements Content {}

    /**
     * A person for whom the case must not exist.
     *
     * @param match where it is only probable: kept out all the same, until somebody has judged
     */
    record KeptOut(PersonId personId, Why why, @Nullable Match match) implements Content {

        /** For certain. */
        public KeptOut(PersonId personId, Why why) {
            this(personId, why, null);
        }

        /**
         * @param person who may be meant; for whoever is kept out because of them too
         * @param written what points to that person, as it was typed; empty for a name in the text of the report
         * @param likeness in what the two are alike
         */
        public record Match(PersonId person, String written, String likeness) {}

        public enum Why {
            ACCUSED,
            ACTS_FOR_ACCUSED,
            UNIT_OF_ACCUSED,
            EXECUTIVE_ACCUSED,
            STEPPED_ASIDE,
            NAMED_AT_INTAKE,
            PROBABLE_MATCH,
            RELATIVE,
            SAME_SURNAME
        }
    }

    /**
     * Somebody judged that a person who might have been meant is not.
     *
     * @param folios the {@link KeptOut} leaves that hold no longer
     */
    record MatchLifted(PersonId personId, List<UUID> folios, String reason) implements Content {

        public MatchLifted {
            folios = List.copyOf(folios);
        }
    }

    record Screening(
            ScreeningOutcome outcome,
            @Nullable String ground,
            String reason,
            @Nullable String referTo,
            @Nullable String mergedInto)
            implements Content {}

    record ScreeningConfirmed(boolean agreed, String reason) implements Content {}

    /**
     * @param investigator the chair, where there is a committee
     * @param members the rest of the committee; none for a single officer
     */
    record Assignment(PersonId investigator, List<Member> members, String instruction) implements Content {

        public enum Role {
            MEMBER,
            SECRETARY
        }

        public record Member(PersonId person, Role role) {}

        /** What was filed before there were committees has no members. */
        public Assignment {
            members = members == null ? List.of() : List.copyOf(members);
        }

        /** One officer. */
        public Assignment(PersonId investigator, String instruction) {
            this(investigator, List.of(), instruction);
        }
    }

    record Accepted() implements Content {}

    record SteppedAside(String reason) implements Content {}

    record Note(String text) implements Content {}

    record Interview(String with, LocalDate on, String text) implements Content {}

    record Evidence(String title, String description) implements Content {}

    record ExtensionRequest(LocalDate until, String reason) implements Content {}

    record ExtensionDecision(boolean granted, @Nullable LocalDate until, String reason) implements Content {}

    record Findings(Result result, String facts, String reasoning, String recommendation) implements Content {
        public enum Result {
            SUBSTANTIATED,
            PARTLY,
            UNSUBSTANTIATED,
            INCONCLUSIVE
        }
    }

    /**
     * @param post the post in which the opinion was given
     * @param actingOrder the order number of an acting officer
     */
    record Opinion(
            View view,
            String text,
            String post,
            String postTitle,
            String signer,
            @Nullable String actingOrder) implements Content {
        public enum View {
            AGREE,
            DISAGREE,
            RETURN
        }
    }

    record MayorDirective(
            Directive directive,
            String text,
            String signer,
            String postTitle,
            @Nullable String actingOrder) implements Content {}

    record MeasuresDone(String text) implements Content {}

    /** @param files what the reporter was given with it */
    record MessageToReporter(String text, List<Sent> files) implements Content {

        /**
         * @param sha256 of the bytes that the reporter was given, in hexadecimal
         * @param clean whether that is a copy that tells nothing of who wrote it; otherwise it is the file itself
         */
        public record Sent(String name, long size, String sha256, boolean clean) {}

        /** What was filed before files could be sent has none. */
        public MessageToReporter {
            files = files == null ? List.of() : List.copyOf(files);
        }

        /** Words alone. */
        public MessageToReporter(String text) {
            this(text, List.of());
        }
    }

    record MessageFromReporter(String text) implements Content {}

    /**
     * Files that came with a message and stay with whoever carried it.
     *
     * @param from the carrier's name
     */
    record NotFetched(String from, int files, Why why) implements Content {
        public enum Why {
            /** It did not answer, or with an error, for as long as it was asked. */
            UNREACHABLE,
            /** It has them no longer. */
            GONE,
            TOO_LARGE,
            /** It leads elsewhere than to itself. */
            ELSEWHERE
        }
    }

    record Withdrawal(String reason) implements Content {}

    record WithdrawalDecision(boolean goesOn, String reason) implements Content {}

    record Reprisal(String text) implements Content {}

    record ProtectionDecision(String text) implements Content {}

    record DivisionAssignment(PersonId officer, String instruction) implements Content {}

    record GrievanceHandled(String text) implements Content {}

    record GrievanceConfirmed(boolean agreed, String text) implements Content {}

    record Referral(String authority, String text) implements Content {}

    record ReferralSent(String number, LocalDate sentOn, String proof) implements Content {}

    record Reply(LocalDate receivedOn, String text) implements Content {}

    record Notified(String how, String text) implements Content {}

    record Reopened(String reason) implements Content {}

    /** The case must not be destroyed, as where a court may still ask for it. */
    record HoldPlaced(String reason) implements Content {}

    record HoldLifted(String reason) implements Content {}

    record PurgeAsked(String reason) implements Content {}

    /** A copy of the case left the system. */
    record Exported(Purpose purpose, @Nullable String recipient, String reason, boolean identity) implements Content {
        public enum Purpose {
            COURT,
            DATA_SUBJECT
        }
    }

    /** The reporter asked for a copy of their data and was refused (Personal Data Protection Act, s. 30). */
    record AccessRefused(String reason) implements Content {}

    /** Somebody looked at who the reporter is. */
    record IdentityOpened(String reason) implements Content {}

    /** An officer asked the reporter to show who they are. */
    record IdentityAsked(PersonId asker, String reason) implements Content {}

    /** The reporter's answer to {@link IdentityAsked}. */
    record IdentityAnswered(PersonId to, boolean agreed) implements Content {}

    /** @param sealed base64 of the identity, sealed to the own key of the one person who is to see it */
    record IdentityGiven(PersonId to, String sealed) implements Content {
        @Override
        public boolean tellsReporter() {
            return true;
        }
    }

    /** The reporter objects to the outcome, within the time for it. */
    record Rebuttal(String text) implements Content {}

    /** That the reporter answered the questions after the close; what they answered is kept only in sums of many. */
    record SurveyAnswered() implements Content {}

    /**
     * A mail that no person wrote; the whole of it is attached.
     *
     * @param text nothing where it may tell who reported, as what comes back of a mail to them
     */
    record AutomaticMail(
            boolean bounce,
            @Nullable String subject,
            @Nullable String text) implements Content {}

    /** The message as it came, where it could not be read or to keep what the summary leaves out. */
    record Mail(String from, List<String> headers) implements Content {
        @Override
        public boolean tellsReporter() {
            return true;
        }
    }
}
