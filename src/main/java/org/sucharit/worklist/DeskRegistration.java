package org.sucharit.worklist;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.sucharit.casefile.Upload;
import org.sucharit.document.Rendered;
import org.sucharit.intake.BoxOpenings;
import org.sucharit.intake.Duplicates;
import org.sucharit.intake.Intake;
import org.sucharit.intake.Particular;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Uploads;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.ChannelView;
import org.sucharit.organisation.Channels;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.papers.ReceiptSlips;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;

/** Registers what the clerk wrote, and shows what is known of it afterwards. */
@Component
class DeskRegistration {

    private static final int LATEST = 5;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Intake intake;
    private final BoxOpenings openings;
    private final DeskOnce once;
    private final Duplicates duplicates;
    private final Channels channels;
    private final People people;
    private final ReceiptSlips slips;
    private final Vault vault;
    private final Worklist worklist;
    private final Time time;

    DeskRegistration(
            Intake intake,
            BoxOpenings openings,
            DeskOnce once,
            Duplicates duplicates,
            Channels channels,
            People people,
            ReceiptSlips slips,
            Vault vault,
            Worklist worklist,
            Time time) {
        this.intake = intake;
        this.openings = openings;
        this.once = once;
        this.duplicates = duplicates;
        this.channels = channels;
        this.people = people;
        this.slips = slips;
        this.vault = vault;
        this.worklist = worklist;
        this.time = time;
    }

    /** The channels whose complaints a clerk writes down; web and e-mail come in by themselves. */
    List<ChannelView> channels() {
        return channels.enabled().stream().filter(DeskRegistration::isDesk).toList();
    }

    private static boolean isDesk(ChannelView channel) {
        return channel.kind() != ChannelKind.WEB && channel.kind() != ChannelKind.EMAIL;
    }

    /** The officers of today, each with the first of their posts. */
    List<Holder> officers() {
        Map<PersonId, Holder> officers = new LinkedHashMap<>();
        people.officers(time.today())
                .forEach(holder -> officers.putIfAbsent(holder.person().id(), holder));
        return List.copyOf(officers.values());
    }

    /** @throws Problem invalid, with everything that is wrong; nothing is then registered */
    DeskSlip register(Officer clerk, ChannelView channel, Typed typed, List<MultipartFile> files) {
        RegisterComplaint command = check(clerk, channel, typed, files);
        UUID form = DeskOnce.of(typed, DeskOnce.FIELD);
        return DeskSlip.of(intake.registerAfter(() -> once.use(form), command));
    }

    /** @throws Problem invalid, with everything that is wrong */
    RegisterComplaint check(Officer clerk, ChannelView channel, Typed typed, List<MultipartFile> files) {
        DeskEntry entry = new DeskEntry(typed, officers(), opening(typed));
        List<Problem.Field> wrong = new ArrayList<>();
        List<Upload> uploads = Uploads.read(files, wrong);
        RegisterComplaint command = entry.command(channel.kind(), time.today(), uploads, clerk.id());
        DeskReadBack.check(channel.kind(), typed, entry.unreadable());
        wrong.addAll(0, entry.unreadable());
        if (!wrong.isEmpty()) {
            wrong.addAll(otherwiseWrong(command));
            throw Problem.invalid(wrong);
        }
        intake.check(command);
        return command;
    }

    /** Those that still miss letters, then the latest, for a letter that holds two complaints. */
    List<BoxOpenings.View> openings() {
        return Stream.concat(openings.unsettled().stream(), openings.latest(PageRequest.ofSize(LATEST)).stream())
                .distinct()
                .toList();
    }

    /** What the chosen opening gives its letters; nothing where none is chosen. */
    private Map<Particular, String> opening(Typed typed) {
        String chosen = typed.given("opening");
        return openings().stream()
                .filter(opening -> opening.id().toString().equals(chosen))
                .findFirst()
                .map(opening -> openings.particulars(opening.id()))
                .orElse(Map.of());
    }

    private List<Problem.Field> otherwiseWrong(RegisterComplaint command) {
        try {
            intake.check(command);
            return List.of();
        } catch (Problem problem) {
            return problem.fields();
        }
    }

    /** What may have been reported before; nothing where the clerk is kept from the case that was just registered. */
    List<Duplicates.Likely> likelyDoubles(Officer clerk, CaseId id) {
        return worklist.holds(clerk, id) ? duplicates.of(clerk, id) : List.of();
    }

    /**
     * The slip of a receipt that the reporter was just given; nothing where the clerk cannot open its case.
     *
     * @param follow where the reporter follows the case
     */
    Optional<Rendered> slip(Officer clerk, String typed, String follow) {
        return Receipt.parse(typed)
                .filter(receipt -> vault.find(receipt)
                        .filter(id -> worklist.holds(clerk, id))
                        .isPresent())
                .map(receipt -> slips.print(receipt, follow, clerk.id()));
    }

    /** Hours and minutes in Thailand, as in 14:30. */
    String hour() {
        return HOUR.format(time.now().atZone(Time.BANGKOK));
    }

    LocalDate today() {
        return time.today();
    }
}
