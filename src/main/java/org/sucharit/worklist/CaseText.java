package org.sucharit.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Thai;

/** The words of the case pages, in the language of the present request. */
@Component
class CaseText {

    private final MessageSource messages;
    private final People people;
    private final Thai thai;

    CaseText(MessageSource messages, People people, Thai thai) {
        this.messages = messages;
        this.people = people;
        this.thai = thai;
    }

    String of(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    /** Of what goes into the file and the papers, which are in Thai whoever writes. */
    String official(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Thai.THAI);
    }

    /** Under which a paper is saved. */
    String fileName(FileView paper) {
        return official("document." + paper.document()) + "-" + paper.version() + ".pdf";
    }

    String number(RegisterNumber number) {
        return of(
                "register.number." + number.series(),
                thai.digits(Integer.toString(number.number())),
                thai.digits(Integer.toString(number.year())));
    }

    String name(PersonId person) {
        return people.find(person).map(CaseText::name).orElse("");
    }

    /** The constants as choices, each with its explanation where the message files have one. */
    List<Choice> choices(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(one -> new Choice(one.name(), of(prefix + one), optional(prefix + one + ".note")))
                .toList();
    }

    /** People by name and post. */
    static List<Choice> choices(List<Holder> holders) {
        return holders.stream()
                .map(holder -> Choice.of(
                        holder.person().id(),
                        name(holder.person()) + " · "
                                + (english()
                                        ? holder.post().titleEn()
                                        : holder.post().titleTh())))
                .toList();
    }

    Choice choice(String value, String code) {
        return new Choice(value, of(code), optional(code + ".note"));
    }

    private @Nullable String optional(String code) {
        return messages.getMessage(code, null, null, LocaleContextHolder.getLocale());
    }

    private static String name(PersonView person) {
        return english() && !person.nameEn().isEmpty() ? person.nameEn() : person.nameTh();
    }

    private static boolean english() {
        return LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
    }
}
