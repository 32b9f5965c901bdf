package org.sucharit.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sucharit.screen.Choice;
import org.sucharit.screen.ThaiDateField;
import org.sucharit.screen.TimelineEntry;

/**
 * All that the page of one case shows to one officer, in the officer's language.
 *
 * @param base the address of the case: {@code /kaohin/desk/cases/…}
 * @param task the task to do now; null where nothing waits for this officer
 * @param others the other open tasks, the officer's own and those of others
 * @param marks what whoever acts must know: protection asked, a reprisal, a due date moved
 */
record CasePage(
        String base,
        Head head,
        List<String> marks,
        @Nullable Task task,
        List<Card> others,
        Report report,
        Parties parties,
        List<Possible> possible,
        Shown<Leaf> decisions,
        Shown<Leaf> evidence,
        Shown<Leaf> contact,
        List<Document> documents,
        Shown<TimelineEntry> history,
        List<Stage> stages,
        May may) {

    /** Whether there are papers to print as one file. */
    public boolean bundles() {
        return documents.stream().filter(document -> document.choose() != null).count() > 1;
    }

    record Head(
            String number,
            boolean secret,
            String kind,
            String state,
            String subject,
            LocalDate receivedOn,
            LocalDate dueOn,
            @Nullable Integer daysLeft,
            @Nullable String holder) {}

    /** @param facts day, place, channel and what the channel carries */
    record Report(String subject, String details, List<Line> facts, List<Attachment> files) {}

    /** @param identified whether anything tells who the reporter is */
    record Parties(List<String> accused, String mode, boolean identified) {}

    /**
     * Somebody who may be meant, for whoever may judge.
     *
     * @param because what points to them
     * @param urgent whether the complaint cannot be taken up before they are judged
     */
    record Possible(String person, String name, String because, boolean urgent) {}

    record Line(String label, String text) {}

    /** A leaf of the file. */
    record Leaf(Instant at, String who, String title, List<Line> lines, List<Attachment> files) {}

    /**
     * @param thumbnail where there is one
     * @param note what whoever opens it should know first
     */
    record Attachment(
            String name,
            String href,
            long kilobytes,
            @Nullable String thumbnail,
            @Nullable String note) {}

    /**
     * @param state version, day and pages
     * @param signature whether it is signed electronically and that holds; null where nobody signs such papers so
     * @param warning what could not be printed in it
     * @param sealed whether it names the reporter, and so is opened with a reason
     * @param choose its id, where it may be printed together with others
     */
    record Document(
            String name,
            @Nullable String number,
            String state,
            @Nullable String signature,
            @Nullable String warning,
            boolean sealed,
            String href,
            @Nullable UUID choose) {}

    enum Progress {
        PASSED,
        HERE,
        AHEAD
    }

    record Stage(String name, Progress progress) {}

    /** The latest of a list; {@code more} are left out. */
    record Shown<T>(List<T> items, int more) {

        static <T> Shown<T> latest(List<T> newestFirst, int most) {
            return newestFirst.size() <= most
                    ? new Shown<>(newestFirst, 0)
                    : new Shown<>(List.copyOf(newestFirst.subList(0, most)), newestFirst.size() - most);
        }
    }

    /** @param waitsFor those who may do it */
    record Card(String id, TaskStep step, LocalDate till, boolean mine, String waitsFor) {}

    /**
     * A task with what its form needs.
     *
     * @param action where the task's forms post to, without the last part
     * @param about what the officer must have read to decide
     * @param choices what the form offers, by the name of its field
     * @param doubles cases that may report the same; for screening
     * @param thin whether the report says next to nothing; for screening
     * @param memo for whoever gives an opinion or decides on findings
     * @param suggestion the value that the form begins with; empty for none
     * @param asked the day until when more time is asked for, where that is decided; else empty
     * @param letter whether a letter to whoever complained goes out with the step
     */
    record Task(
            Card card,
            String action,
            @Nullable Leaf about,
            Map<String, List<Choice>> choices,
            List<Double> doubles,
            boolean thin,
            @Nullable Memo memo,
            String suggestion,
            ThaiDateField asked,
            boolean letter) {

        /** Whether it is the request for more time, of the two forms of an inquiry, that is shown again. */
        public boolean isExtension(Object form) {
            return form instanceof TaskForms.AskExtension;
        }
    }

    record Double(String number, String subject, LocalDate receivedOn, String likeness, String href) {}

    /** A findings memo: its gist, its text, the opinions given so far, and its paper. */
    record Memo(
            String finding,
            String gist,
            String author,
            String facts,
            String reasoning,
            String recommendation,
            List<Leaf> opinions,
            @Nullable String paper) {}

    /** Which of the small forms beside the task are shown. */
    record May(boolean file, boolean accuse, boolean write, boolean reopen, boolean leave, boolean copy) {}
}
