package org.sucharit.retention;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.screen.Thai;

/** The words of the pages about keeping, in the language of the present request. */
@Component
class RetentionText {

    private final MessageSource messages;
    private final People people;
    private final Thai thai;

    RetentionText(MessageSource messages, People people, Thai thai) {
        this.messages = messages;
        this.people = people;
        this.thai = thai;
    }

    String of(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    String number(RegisterNumber number) {
        return of(
                "register.number." + number.series(),
                thai.digits(Integer.toString(number.number())),
                thai.digits(Integer.toString(number.year())));
    }

    String name(PersonId person) {
        return people.find(person).map(this::name).orElse("");
    }

    private String name(PersonView person) {
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return english && !person.nameEn().isEmpty() ? person.nameEn() : person.nameTh();
    }

    String of(Obstacle obstacle) {
        return switch (obstacle) {
            case Obstacle.NotClosed _ -> of("keeping.obstacle.notClosed");
            case Obstacle.Kept kept -> of("keeping.obstacle.kept", thai.date(kept.until()));
            case Obstacle.StillRunning _ -> of("keeping.obstacle.running");
            case Obstacle.Held _ -> of("keeping.obstacle.held");
            case Obstacle.Unread _ -> of("keeping.obstacle.unread");
            case Obstacle.UnreadNotices unread -> of("keeping.obstacle.notices", thai.number(unread.people()));
            case Obstacle.NotTwo _ -> of("keeping.obstacle.notTwo");
        };
    }
}
