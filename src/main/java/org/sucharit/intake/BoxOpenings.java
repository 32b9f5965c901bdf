package org.sucharit.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Numbers;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;

/**
 * The record of every opening of a complaint box, empty ones too: before two officers the letters are counted, and each
 * letter that is logged is counted against it. So a letter that nobody logged is missed.
 */
@Component
@Transactional
public class BoxOpenings {

    /** @param name its number in the register of openings, "3/2569"
     * @param counted what was counted at the opening; {@code letters} differs where that was corrected
     * @param missing how many letters are not logged yet
     * @param beyond how many more are logged than were counted
     */
    public record View(
            UUID id,
            String name,
            LocalDate openedOn,
            String place,
            String presentOne,
            String presentTwo,
            int counted,
            int letters,
            int logged,
            int missing,
            int beyond,
            @Nullable String correction,
            String recordedBy,
            Instant recordedAt) {}

    static final int MOST_LETTERS = 999;

    private static final int SHOWN = 20;
    private static final String SERIES = "box_opening";
    private static final Pattern NAME = Pattern.compile("(\\d{1,9})/(\\d{4})");

    private final BoxOpeningRepository openings;
    private final People people;
    private final Numbers numbers;
    private final Register register;
    private final Time time;

    BoxOpenings(BoxOpeningRepository openings, People people, Numbers numbers, Register register, Time time) {
        this.openings = openings;
        this.people = people;
        this.numbers = numbers;
        this.register = register;
        this.time = time;
    }

    /**
     * Enters an opening in the register.
     *
     * @throws Problem invalid, with every field that is wrong
     */
    public View record(Officer clerk, RecordOpening command) {
        LocalDate earliest = time.today().minusYears(1);
        Words.check()
                .that(!command.openedOn().isAfter(time.today()), "openedOn", "date.future", time.today())
                .that(!command.openedOn().isBefore(earliest), "openedOn", "date.longAgo", earliest)
                .line("place", command.place())
                .that(isOfficer(command.presentOne()), "presentOne", "required")
                .that(isOfficer(command.presentTwo()), "presentTwo", "required")
                .that(!command.presentOne().equals(command.presentTwo()), "presentTwo", "box.samePerson")
                .that(isCount(command.letters()), "letters", "box.letters", MOST_LETTERS)
                .orThrow();
        int year = time.today().getYear() + 543;
        BoxOpening opening = new BoxOpening(command, numbers.next(SERIES, year), year, clerk.id(), time.now());
        openings.save(opening);
        register.append(Note.of(Act.BOX_OPENED, clerk.id())
                .detail("%s %s %d %s %s"
                        .formatted(
                                opening.name(),
                                opening.openedOn(),
                                opening.letters(),
                                opening.presentOne(),
                                opening.presentTwo())));
        return view(opening);
    }

    /**
     * Puts the count right, with a reason. What was counted first stays in the record and in the register.
     *
     * @throws Problem invalid; not found
     */
    public void correct(Officer clerk, UUID id, int letters, String reason) {
        BoxOpening opening = openings.hold(id).orElseThrow(Problem::notFound);
        Words.check()
                .that(isCount(letters), "letters", "box.letters", MOST_LETTERS)
                .line("reason", reason)
                .orThrow();
        opening.correct(letters, reason);
        register.append(Note.of(Act.BOX_COUNT_CORRECTED, clerk.id()).detail(opening.name() + " " + letters));
    }

    @Transactional(readOnly = true)
    public View get(UUID id) {
        return view(openings.findById(id).orElseThrow(Problem::notFound));
    }

    /** The latest first. */
    @Transactional(readOnly = true)
    public Slice<View> latest(Pageable page) {
        return openings.latest(page).map(this::view);
    }

    /** Those of which a letter is not logged yet, the oldest first; of very many the oldest. */
    @Transactional(readOnly = true)
    public List<View> unsettled() {
        return openings.findBySettledFalseOrderByOpenedOnAsc(PageRequest.ofSize(SHOWN)).stream()
                .map(this::view)
                .toList();
    }

    /** What a letter of an opening carries of it into its case. */
    @Transactional(readOnly = true)
    public Map<Particular, String> particulars(UUID id) {
        View opening = get(id);
        return Map.of(
                Particular.OPENING, opening.name(),
                Particular.OPENED_ON, opening.openedOn().toString(),
                Particular.PRESENT_ONE, opening.presentOne(),
                Particular.PRESENT_TWO, opening.presentTwo());
    }

    /** Nothing where there is no such opening. */
    @Transactional(readOnly = true)
    Optional<LocalDate> openedOn(String name) {
        return parsed(name)
                .flatMap(parsed -> openings.findByNumberAndNumberYear(number(parsed, 1), number(parsed, 2)))
                .map(BoxOpening::openedOn);
    }

    /** A letter became a case. More than were counted are taken too, for none is lost, and shown: somebody miscounted. */
    @Transactional(propagation = Propagation.MANDATORY)
    void logOne(String name) {
        parsed(name)
                .flatMap(parsed -> openings.hold(number(parsed, 1), number(parsed, 2)))
                .orElseThrow(Problem::notFound)
                .logOne();
    }

    private static Optional<Matcher> parsed(String name) {
        Matcher parsed = NAME.matcher(name);
        return parsed.matches() ? Optional.of(parsed) : Optional.empty();
    }

    private static int number(Matcher parsed, int group) {
        return Integer.parseInt(parsed.group(group));
    }

    private static boolean isCount(int letters) {
        return letters >= 0 && letters <= MOST_LETTERS;
    }

    private boolean isOfficer(PersonId person) {
        return people.officers(time.today()).stream()
                .map(Holder::person)
                .map(PersonView::id)
                .anyMatch(person::equals);
    }

    private View view(BoxOpening opening) {
        return new View(
                opening.id(),
                opening.name(),
                opening.openedOn(),
                opening.place(),
                name(opening.presentOne()),
                name(opening.presentTwo()),
                opening.counted(),
                opening.letters(),
                opening.logged(),
                Math.max(0, opening.letters() - opening.logged()),
                Math.max(0, opening.logged() - opening.letters()),
                opening.correction(),
                name(opening.recordedBy()),
                opening.recordedAt());
    }

    private String name(PersonId person) {
        return people.find(person).map(PersonView::nameTh).orElse("");
    }
}
