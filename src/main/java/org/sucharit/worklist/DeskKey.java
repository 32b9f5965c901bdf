package org.sucharit.worklist;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.sucharit.assignment.Circle;
import org.sucharit.vault.Officer;
import org.sucharit.vault.SheetSets;
import org.sucharit.vault.Vouching;

/** What the desk says of the officer's own key, of the keys of colleagues and of the recovery sheets. */
@Component
class DeskKey {

    private final Vouching vouching;
    private final SheetSets sets;
    private final Circle circle;

    DeskKey(Vouching vouching, SheetSets sets, Circle circle) {
        this.vouching = vouching;
        this.sets = sets;
        this.circle = circle;
    }

    /** The number to be read out stands there only while somebody must still vouch for the key. */
    void show(Officer officer, Model model) {
        boolean counts = vouching.counts(officer);
        boolean sheetToPrint = sets.prepared().stream()
                .flatMap(set -> set.sheets().stream())
                .anyMatch(sheet ->
                        sheet.printedAt() == null && sheet.keeper().holder().equals(officer.id()));
        model.addAttribute("ownNumber", counts ? null : vouching.number(officer))
                .addAttribute("sheetToPrint", counts && sheetToPrint)
                .addAttribute("vouches", counts && circle.has(officer.id()));
    }
}
