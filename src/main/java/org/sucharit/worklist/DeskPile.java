package org.sucharit.worklist;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.intake.Particular;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.ChannelView;
import org.sucharit.screen.Thai;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;

/**
 * A pile of letters, registered with one press. Each row is read as a form of its own. Nothing is registered while
 * anything is wrong; and each row becomes one case, however often the pile is sent.
 */
@Component
class DeskPile {

    static final int ROWS = 5;

    /** A request takes a hundred parts; a row takes nine, and its scans. */
    static final int MOST_ROWS = 8;

    private static final List<String> OF_A_LETTER =
            List.of("subject", "details", "accused", "personId", "name", "address");

    private final DeskRegistration registration;
    private final MessageSource messages;

    DeskPile(DeskRegistration registration, MessageSource messages) {
        this.registration = registration;
        this.messages = messages;
    }

    /** Where nobody waits for a receipt. */
    static boolean isFor(ChannelKind channel) {
        return channel == ChannelKind.BOX || channel == ChannelKind.POST || channel == ChannelKind.OTHER;
    }

    /** @param slips of the rows that were registered, in their order
     * @param trouble what stopped the rest; nothing where all were registered */
    record Outcome(Map<Integer, DeskSlip> slips, List<Problem> trouble) {}

    static boolean isFilled(Typed typed, int row, Map<String, List<MultipartFile>> files) {
        return OF_A_LETTER.stream().anyMatch(field -> typed.given(at(row, field)) != null) || hasFiles(files, row);
    }

    static boolean hasFiles(Map<String, List<MultipartFile>> files, int row) {
        return !filesOf(files, row).stream().allMatch(MultipartFile::isEmpty);
    }

    /**
     * Registers the filled rows.
     *
     * @param files by the names of their fields
     * @throws Problem invalid, with everything that is wrong in any row; nothing is then registered
     */
    Outcome register(
            Officer clerk, ChannelView channel, Typed typed, int rows, Map<String, List<MultipartFile>> files) {
        List<Integer> filled = IntStream.range(0, rows)
                .filter(row -> isFilled(typed, row, files))
                .boxed()
                .toList();
        if (filled.isEmpty()) {
            throw Problem.invalid("letter[0].subject", "pile.empty");
        }
        List<Problem.Field> wrong = new ArrayList<>();
        for (int row : filled) {
            try {
                registration.check(clerk, channel, form(typed, row), filesOf(files, row));
            } catch (Problem problem) {
                problem.fields().forEach(field -> wrong.add(field(row, field)));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        Map<Integer, DeskSlip> slips = new LinkedHashMap<>();
        for (int row : filled) {
            try {
                slips.put(row, registration.register(clerk, channel, form(typed, row), filesOf(files, row)));
            } catch (Problem problem) {
                return new Outcome(slips, List.of(problem));
            }
        }
        return new Outcome(slips, List.of());
    }

    /**
     * Makes a case of each scan, which waits for its details until it is screened.
     *
     * @throws Problem invalid
     */
    Outcome scans(Officer clerk, ChannelView channel, Typed typed, List<MultipartFile> files) {
        List<MultipartFile> scans =
                files.stream().filter(file -> !file.isEmpty()).toList();
        if (scans.isEmpty()) {
            throw Problem.invalid("scans", "required");
        }
        UUID form = DeskOnce.of(typed, DeskOnce.FIELD);
        List<Typed> forms = IntStream.range(0, scans.size())
                .mapToObj(n -> scan(typed).with(DeskOnce.FIELD, derived(form, n)))
                .toList();
        registration.check(clerk, channel, forms.getFirst(), List.of(scans.getFirst()));
        Map<Integer, DeskSlip> slips = new LinkedHashMap<>();
        for (int n = 0; n < scans.size(); n++) {
            try {
                slips.put(n, registration.register(clerk, channel, forms.get(n), List.of(scans.get(n))));
            } catch (Problem problem) {
                return new Outcome(slips, List.of(problem));
            }
        }
        return new Outcome(slips, List.of());
    }

    private static UUID derived(UUID form, int n) {
        return UUID.nameUUIDFromBytes((form + "/" + n).getBytes(StandardCharsets.UTF_8));
    }

    private Typed scan(Typed typed) {
        return shared(typed)
                .with("kind", Kind.TIP)
                .with("subject", messages.getMessage("scan.subject", null, Thai.THAI))
                .with("details", messages.getMessage("scan.details", null, Thai.THAI))
                .with("reporter.mode", Reporter.Mode.ANONYMOUS);
    }

    /** One row as the form of one letter would have sent it. */
    private static Typed form(Typed typed, int row) {
        boolean named = typed.given(at(row, "name")) != null || typed.given(at(row, "address")) != null;
        return shared(typed)
                .with(DeskOnce.FIELD, typed.text(at(row, DeskOnce.FIELD)))
                .with("kind", typed.text(at(row, "kind")))
                .with("subject", typed.text(at(row, "subject")))
                .with("details", typed.text(at(row, "details")))
                .with("accused[0].name", typed.text(at(row, "accused")))
                .with("accused[0].personId", typed.text(at(row, "personId")))
                .with("reporter.name", typed.text(at(row, "name")))
                .with("reporter.address", typed.text(at(row, "address")))
                .with("reporter.mode", named ? Reporter.Mode.CONFIDENTIAL : Reporter.Mode.ANONYMOUS);
    }

    private static Typed shared(Typed typed) {
        MultiValueMap<String, String> shared = new LinkedMultiValueMap<>();
        Stream.of(
                        "receivedOn.day",
                        "receivedOn.month",
                        "receivedOn.year",
                        "opening",
                        "particulars." + Particular.SOURCE)
                .forEach(field -> shared.set(field, typed.text(field)));
        return new Typed(shared);
    }

    /** What is wrong in a row stands beside the row's own field; what all rows share is said once. */
    private static Problem.Field field(int row, Problem.Field field) {
        String own = switch (field.field()) {
            case "subject", "details", "kind", "files" -> at(row, field.field());
            case "accused[0].name" -> at(row, "accused");
            case "accused[0].personId" -> at(row, "personId");
            case "reporter.name" -> at(row, "name");
            case "reporter.address" -> at(row, "address");
            default -> field.field();
        };
        return Problem.Field.of(own, field.code(), field.arguments().toArray());
    }

    private static List<MultipartFile> filesOf(Map<String, List<MultipartFile>> files, int row) {
        return files.getOrDefault(at(row, "files"), List.of());
    }

    static String at(int row, String field) {
        return "letter[" + row + "]." + field;
    }
}
