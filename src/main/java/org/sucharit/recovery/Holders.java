package org.sucharit.recovery;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Documents;
import org.sucharit.document.Fields;
import org.sucharit.document.Heading;
import org.sucharit.document.Marking;
import org.sucharit.document.Paper;
import org.sucharit.document.Signer;
import org.sucharit.document.Template;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.People;
import org.sucharit.papers.Stationer;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.vault.SheetSets;
import org.sucharit.vault.SheetSets.Keeper;

/** Names the holders of recovery sheets, and prints each holder their own. */
@Component
@Transactional
class Holders {

    private static final int LONGEST_AUTHORITY = 200;

    private final SheetSets sets;
    private final Duty duty;
    private final People people;
    private final Documents documents;
    private final Stationer stationer;
    private final Register register;
    private final Time time;

    Holders(
            SheetSets sets,
            Duty duty,
            People people,
            Documents documents,
            Stationer stationer,
            Register register,
            Time time) {
        this.sets = sets;
        this.duty = duty;
        this.people = people;
        this.documents = documents;
        this.stationer = stationer;
        this.register = register;
        this.time = time;
    }

    /** @throws Problem invalid, as {@link SheetSets#prepare}, and where a holder works on no case */
    void name(Officer by, int needed, List<Keeper> keepers) {
        Words check = Words.check();
        for (int i = 0; i < keepers.size(); i++) {
            String authority = keepers.get(i).authority();
            check.that(duty.works(keepers.get(i).holder()), "holder" + (i + 1), "recovery.worksOnNoCase")
                    .that(
                            authority == null || authority.length() <= LONGEST_AUTHORITY,
                            "authority" + (i + 1),
                            "tooLong",
                            LONGEST_AUTHORITY)
                    .that(authority == null || Words.clean(authority), "authority" + (i + 1), "characters");
        }
        check.orThrow();
        SheetSets.SetView set = sets.prepare(by.id(), needed, keepers);
        register.append(
                Note.of(Act.SHARES_PREPARED, by.id()).detail(set.number() + " " + needed + "/" + keepers.size()));
    }

    /** @throws Problem as {@link SheetSets#print}; forbidden, where the officer works on cases no more */
    byte[] print(Officer officer) {
        duty.require(officer);
        SheetSets.Printed printed = sets.print(officer);
        register.append(
                Note.of(Act.SHEET_PRINTED, officer.id()).detail(printed.set().number() + "/" + printed.place()));
        return documents
                .render(paper(officer.id(), printed), Template.standard(DocumentKind.RECOVERY_SHEET))
                .pdf();
    }

    private Paper paper(PersonId holder, SheetSets.Printed printed) {
        SheetSets.SetView set = printed.set();
        String authority = set.sheets().get(printed.place() - 1).keeper().authority();
        String name = people.get(holder).nameTh();
        String code = printed.sheet().code();
        int half = (code.length() - 1) / 2;
        Fields fields = new Fields()
                .number("set", set.number())
                .number("place", printed.place())
                .number("sheets", set.sheets().size())
                .number("needed", set.needed())
                .text("keeper", name)
                .flag("abroad", authority != null)
                .text("authority", authority == null ? "" : authority)
                .date("printedOn", time.today())
                .text("code", code)
                .text("codeTop", code.substring(0, half))
                .text("codeBottom", code.substring(half + 1));
        Heading heading = Heading.of(stationer.current(), "", "", time.today(), Marking.confidential(1, 1));
        return new Paper(DocumentKind.RECOVERY_SHEET, heading, fields, new Signer(name, ""));
    }
}
