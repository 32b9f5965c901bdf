package org.sucharit.recovery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.screen.Link;
import org.sucharit.vault.SheetSets;

/** People and sets in the reader's words. */
@Component
class Names {

    /** @param keeper the outside authority where there is one, else the holder; {@code brings} is the holder then */
    record SheetScreen(
            int place,
            String keeper,
            @Nullable String brings,
            @Nullable Instant printedAt) {}

    record SetScreen(int number, int needed, int count, List<SheetScreen> sheets) {}

    private final People people;
    private final MessageSource messages;

    Names(People people, MessageSource messages) {
        this.people = people;
        this.messages = messages;
    }

    String of(PersonId person) {
        return of(people.get(person));
    }

    String of(PersonView person) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return english && !person.nameEn().isEmpty() ? person.nameEn() : person.nameTh();
    }

    SetScreen screen(SheetSets.SetView set) {
        return new SetScreen(
                set.number(),
                set.needed(),
                set.sheets().size(),
                set.sheets().stream().map(this::screen).toList());
    }

    private SheetScreen screen(SheetSets.SheetView sheet) {
        String holder = of(sheet.keeper().holder());
        String authority = sheet.keeper().authority();
        return authority == null
                ? new SheetScreen(sheet.place(), holder, null, sheet.printedAt())
                : new SheetScreen(sheet.place(), authority, holder, sheet.printedAt());
    }

    String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    Link link(String code, String address) {
        return new Link(text(code), address);
    }
}
