package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.sucharit.casefile.Upload;
import org.sucharit.document.Rendered;
import org.sucharit.intake.Duplicates;
import org.sucharit.intake.Intake;
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

    private final Intake intake;
    private final Duplicates duplicates;
    private final Channels channels;
    private final People people;
    private final ReceiptSlips slips;
    private final Vault vault;
    private final Worklist worklist;
    private final Time time;

    DeskRegistration(
            Intake intake,
            Duplicates duplicates,
            Channels channels,
            People people,
            ReceiptSlips slips,
            Vault vault,
            Worklist worklist,
            Time time) {
        this.intake = intake;
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
        DeskEntry entry = new DeskEntry(typed, officers());
        List<Problem.Field> wrong = new ArrayList<>();
        List<Upload> uploads = Uploads.read(files, wrong);
        RegisterComplaint command = entry.command(channel.kind(), time.today(), uploads, clerk.id());
        wrong.addAll(0, entry.unreadable());
        if (!wrong.isEmpty()) {
            wrong.addAll(otherwiseWrong(command));
            throw Problem.invalid(wrong);
        }
        return DeskSlip.of(intake.register(command));
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

    LocalDate today() {
        return time.today();
    }
}
