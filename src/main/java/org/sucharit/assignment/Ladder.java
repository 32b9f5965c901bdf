package org.sucharit.assignment;

import static org.sucharit.organisation.PostKind.CHIEF_ADMINISTRATOR;
import static org.sucharit.organisation.PostKind.DIVISION_HEAD;
import static org.sucharit.organisation.PostKind.INTAKE_CLERK;
import static org.sucharit.organisation.PostKind.MAYOR;
import static org.sucharit.organisation.PostKind.OFFICE_HEAD;
import static org.sucharit.organisation.PostKind.PERSONNEL_HEAD;

import java.util.List;
import java.util.Set;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.Route;
import org.sucharit.organisation.PostKind;

/**
 * The posts that a role of the models falls to, in order: the first of them that somebody unconflicted holds takes the
 * task. Everybody on a ladder is in the {@link Circle} of every case.
 */
final class Ladder {

    /** Whoever may come to be responsible for a case; they hold its key on standby from the start. */
    static final Set<PostKind> CIRCLE = Set.of(INTAKE_CLERK, PERSONNEL_HEAD, OFFICE_HEAD, CHIEF_ADMINISTRATOR, MAYOR);

    private Ladder() {}

    static List<PostKind> of(String role, CaseFile file) {
        return switch (role) {
            case "intake" -> List.of(INTAKE_CLERK, PERSONNEL_HEAD, OFFICE_HEAD, CHIEF_ADMINISTRATOR, MAYOR);
            case "confirmer" -> List.of(PERSONNEL_HEAD, OFFICE_HEAD, CHIEF_ADMINISTRATOR, MAYOR, INTAKE_CLERK);
            case "assigner" ->
                file.route() == Route.PERSONNEL_UNIT
                        ? List.of(CHIEF_ADMINISTRATOR, OFFICE_HEAD, MAYOR)
                        : List.of(PERSONNEL_HEAD, OFFICE_HEAD, CHIEF_ADMINISTRATOR, MAYOR);
            case "OFFICE_HEAD" -> List.of(OFFICE_HEAD, CHIEF_ADMINISTRATOR, MAYOR);
            case "CHIEF_ADMINISTRATOR" -> List.of(CHIEF_ADMINISTRATOR, MAYOR);
            case "mayor" -> List.of(MAYOR, CHIEF_ADMINISTRATOR, OFFICE_HEAD);
            case "extensionDecider" -> List.of(MAYOR, CHIEF_ADMINISTRATOR, OFFICE_HEAD);
            case "measures", "protector" -> List.of(CHIEF_ADMINISTRATOR, OFFICE_HEAD, PERSONNEL_HEAD, MAYOR);
            case "referrer" -> List.of(CHIEF_ADMINISTRATOR, OFFICE_HEAD, PERSONNEL_HEAD, INTAKE_CLERK, MAYOR);
            case "withdrawal" -> List.of(PERSONNEL_HEAD, CHIEF_ADMINISTRATOR, OFFICE_HEAD, MAYOR, INTAKE_CLERK);
            case "notifier" ->
                file.kind().confidential()
                        ? List.of(PERSONNEL_HEAD, OFFICE_HEAD, CHIEF_ADMINISTRATOR, INTAKE_CLERK, MAYOR)
                        : List.of(INTAKE_CLERK, PERSONNEL_HEAD, OFFICE_HEAD, CHIEF_ADMINISTRATOR, MAYOR);
            case "divisionAssigner" -> List.of(CHIEF_ADMINISTRATOR, OFFICE_HEAD, INTAKE_CLERK, MAYOR);
            case "divisionConfirmer" -> List.of(DIVISION_HEAD, CHIEF_ADMINISTRATOR, OFFICE_HEAD, INTAKE_CLERK, MAYOR);
            default -> throw new IllegalArgumentException("A role that no post has: " + role);
        };
    }
}
