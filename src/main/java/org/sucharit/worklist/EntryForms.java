package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.intake.BoxOpenings;
import org.sucharit.intake.Particular;
import org.sucharit.intake.ReadBack;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.ChannelView;
import org.sucharit.organisation.Holder;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Thai;
import org.sucharit.screen.ThaiDateField;
import org.sucharit.screen.Typed;
import org.sucharit.wording.CaseText;

/** What the forms of the desk show, for one letter or for a pile of them. */
@Component
class EntryForms {

    private final DeskRegistration registration;
    private final DeskReadBack readBack;
    private final CaseText text;
    private final Thai thai;

    EntryForms(DeskRegistration registration, DeskReadBack readBack, CaseText text, Thai thai) {
        this.registration = registration;
        this.readBack = readBack;
        this.text = text;
        this.thai = thai;
    }

    /** @throws Problem not found, where the organisation has no such channel in use */
    ChannelView channel(String id) {
        return registration.channels().stream()
                .filter(channel -> channel.id().toString().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    /** A new form, for a letter of this opening and day where they are known. */
    Typed blank(ChannelView channel, @Nullable UUID opening, @Nullable LocalDate received) {
        Typed blank = Typed.nothing()
                .with(DeskOnce.FIELD, UUID.randomUUID())
                .with("receivedOn", ThaiDateField.of(Objects.requireNonNullElse(received, registration.today())));
        if (received == null && Particular.of(channel.kind()).contains(Particular.CALL_TIME)) {
            blank = blank.with("particulars." + Particular.CALL_TIME, registration.hour());
        }
        if (channel.kind() == ChannelKind.BOX) {
            List<BoxOpenings.View> openings = registration.openings();
            Optional<BoxOpenings.View> chosen = openings.stream()
                    .filter(one ->
                            opening == null ? one.missing() > 0 : one.id().equals(opening))
                    .findFirst();
            if (chosen.isPresent()) {
                blank = blank.with("opening", chosen.get().id());
                blank = received == null
                        ? blank.with("receivedOn", ThaiDateField.of(chosen.get().openedOn()))
                        : blank;
            }
        }
        return channel.kind() == ChannelKind.OTHER
                ? blank.with("particulars." + Particular.SOURCE, channel.nameTh())
                : blank;
    }

    void fill(Model model, ChannelView channel, Typed typed) {
        List<Holder> officers = registration.officers();
        model.addAllAttributes(Map.of(
                "channel",
                channel,
                "typed",
                typed,
                "rows",
                DeskEntry.rows(typed),
                "particulars",
                channel.kind() == ChannelKind.BOX ? List.of() : Particular.of(channel.kind()),
                "kinds",
                text.choices("kind.", Kind.values()),
                "modes",
                text.choices("reporter.mode.", Reporter.Mode.values()),
                "officers",
                CaseText.choices(officers)));
        model.addAttribute("pile", DeskPile.isFor(channel.kind()));
        if (DeskReadBack.isFor(channel.kind())) {
            model.addAttribute("answers", text.choices("readBack.", ReadBack.values()));
            if (DeskReadBack.isRead(typed)) {
                model.addAttribute("sentences", readBack.sentences(typed, officers, LocaleContextHolder.getLocale()));
            }
        }
        if (channel.kind() == ChannelKind.BOX) {
            model.addAttribute(
                    "openings",
                    registration.openings().stream()
                            .map(one -> Choice.of(one.id(), opening(one)))
                            .toList());
        }
    }

    private String opening(BoxOpenings.View one) {
        Object[] said = {thai.digits(one.name()), thai.date(one.openedOn()), one.place(), thai.number(one.missing())};
        return text.of("box.choice", said);
    }
}
