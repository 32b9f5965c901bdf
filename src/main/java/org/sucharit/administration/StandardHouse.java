package org.sucharit.administration;

import static org.sucharit.organisation.PostKind.ADMINISTRATOR;
import static org.sucharit.organisation.PostKind.CHIEF_ADMINISTRATOR;
import static org.sucharit.organisation.PostKind.COUNCIL_MEMBER;
import static org.sucharit.organisation.PostKind.DEPUTY_CHIEF_ADMINISTRATOR;
import static org.sucharit.organisation.PostKind.DEPUTY_MAYOR;
import static org.sucharit.organisation.PostKind.DIVISION_HEAD;
import static org.sucharit.organisation.PostKind.DIVISION_OFFICER;
import static org.sucharit.organisation.PostKind.INTAKE_CLERK;
import static org.sucharit.organisation.PostKind.LEGAL_OFFICER;
import static org.sucharit.organisation.PostKind.MAYOR;
import static org.sucharit.organisation.PostKind.OFFICE_HEAD;
import static org.sucharit.organisation.PostKind.PERSONNEL_HEAD;
import static org.sucharit.organisation.PostKind.PERSONNEL_OFFICER;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.PostId;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.UnitId;
import org.sucharit.organisation.UnitKind;
import org.sucharit.organisation.Units;

/** The units and posts that a local administrative organisation has as a rule; a start, to which it adds its own. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class StandardHouse {

    private static final Locale THAI = Locale.of("th");

    /** Divisions that nearly all have. */
    private static final List<String> DIVISIONS = List.of("FINANCE", "WORKS", "EDUCATION", "WELFARE");

    private final Units units;
    private final MessageSource messages;

    StandardHouse(Units units, MessageSource messages) {
        this.units = units;
        this.messages = messages;
    }

    /** @return the administrator's post */
    PostId build(OrganisationView of) {
        unit(of, UnitKind.EXECUTIVE, MAYOR, DEPUTY_MAYOR);
        unit(of, UnitKind.COUNCIL, COUNCIL_MEMBER);
        UnitId office = unit(
                of,
                UnitKind.CLERKS_OFFICE,
                CHIEF_ADMINISTRATOR,
                DEPUTY_CHIEF_ADMINISTRATOR,
                OFFICE_HEAD,
                LEGAL_OFFICER,
                INTAKE_CLERK);
        unit(of, UnitKind.PERSONNEL_UNIT, PERSONNEL_HEAD, PERSONNEL_OFFICER);
        for (String division : DIVISIONS) {
            division(division);
        }
        return post(of, office, ADMINISTRATOR);
    }

    private UnitId unit(OrganisationView of, UnitKind kind, PostKind... posts) {
        String code = "setup.unit." + kind;
        UnitId unit = units.add(kind, text(code, THAI, of.nameTh()), text(code, Locale.ENGLISH, of.nameEn()), null);
        for (PostKind post : posts) {
            post(of, unit, post);
        }
        return unit;
    }

    private PostId post(OrganisationView of, UnitId unit, PostKind kind) {
        String code = switch (kind) {
            // What the head is called depends on the form of the organisation.
            case MAYOR, DEPUTY_MAYOR -> "setup.post." + kind + "." + of.kind();
            default -> "setup.post." + kind;
        };
        return units.addPost(unit, kind, text(code, THAI, of.nameTh()), text(code, Locale.ENGLISH, of.nameEn()), null);
    }

    private void division(String name) {
        String nameTh = text("setup.division." + name, THAI);
        String nameEn = text("setup.division." + name, Locale.ENGLISH);
        UnitId unit = units.add(UnitKind.DIVISION, nameTh, nameEn, null);
        for (PostKind kind : List.of(DIVISION_HEAD, DIVISION_OFFICER)) {
            String code = "setup.post." + kind;
            units.addPost(unit, kind, text(code, THAI, nameTh), text(code, Locale.ENGLISH, nameEn), null);
        }
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
