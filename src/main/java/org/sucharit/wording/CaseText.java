package org.sucharit.wording;

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

/** How pages and papers speak of cases and people: in the language of the present request, the official ones in Thai. */
@Component
public class CaseText {

    private final MessageSource messages;
    private final People people;
    private final Thai thai;

    CaseText(MessageSource messages, People people, Thai thai) {
        this.messages = messages;
        this.people = people;
        this.thai = thai;
    }

    public String of(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    /** Of what goes into the file and the papers, which are in Thai whoever writes. */
    public String official(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Thai.THAI);
    }

    /** Under which a paper is saved. */
    public String fileName(FileView paper) {
        return official("document." + paper.document()) + "-" + paper.version() + ".pdf";
    }

    /** As it stands in the register of received matters: {@code เลขรับ n/year}, in Thai digits on Thai pages. */
    public String number(RegisterNumber number) {
        return of(
                "register.number." + number.series(),
                thai.digits(Integer.toString(number.number())),
                thai.digits(Integer.toString(number.year())));
    }

    /** Empty where there is nobody of this id. */
    public String name(PersonId person) {
        return people.find(person).map(CaseText::name).orElse("");
    }

    /** By which the papers name somebody. */
    public String officialName(PersonId person) {
        return people.find(person).map(PersonView::nameTh).orElse("");
    }

    /** The constants as choices, each with its explanation where the message files have one. */
    public List<Choice> choices(String prefix, Enum<?>... constants) {
        return Arrays.stream(constants)
                .map(one -> new Choice(one.name(), of(prefix + one), optional(prefix + one + ".note")))
                .toList();
    }

    /** People by name and post. */
    public static List<Choice> choices(List<Holder> holders) {
        return holders.stream()
                .map(holder -> Choice.of(
                        holder.person().id(),
                        name(holder.person()) + " · "
                                + (english()
                                        ? holder.post().titleEn()
                                        : holder.post().titleTh())))
                .toList();
    }

    /** With its explanation where the message files have one. */
    public Choice choice(String value, String code) {
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
