package org.sucharit.papers;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Fields;
import org.sucharit.document.Rendered;
import org.sucharit.document.Signer;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;

/**
 * The slip that a complainant takes home. It is made from the receipt that they show and kept nowhere; the case keeps a
 * copy without the receipt, filed when the slip is first printed.
 */
@Component
@Transactional
public class ReceiptSlips {

    private final CaseFiles cases;
    private final Vault vault;
    private final PaperText text;
    private final Press press;
    private final Signatures signatures;

    ReceiptSlips(CaseFiles cases, Vault vault, PaperText text, Press press, Signatures signatures) {
        this.cases = cases;
        this.vault = vault;
        this.text = text;
        this.press = press;
        this.signatures = signatures;
    }

    /**
     * @param followAddress where the receipt is typed in to follow the case
     * @param by who hands it out; null where the complainant prints it
     * @throws Problem not found, where no case answers to the receipt
     */
    public Rendered print(Receipt receipt, String followAddress, @Nullable PersonId by) {
        CaseFile file = cases.file(vault.find(receipt).orElseThrow(Problem::notFound));
        String number = text.number(file.number());
        if (cases.lacks(file.id(), DocumentKind.RECEIPT_SLIP)) {
            press.issue(slip(file, "", followAddress, by), number, by);
        }
        return press.print(slip(file, receipt.grouped(), followAddress, by), number);
    }

    private Draft slip(CaseFile file, String receipt, String followAddress, @Nullable PersonId by) {
        Fields fields = text.ofCase(file, "")
                .flag("hasReceipt", !receipt.isEmpty())
                .text("receipt", receipt)
                .text("followAddress", followAddress);
        return new Draft(
                DocumentKind.RECEIPT_SLIP,
                file,
                text.of("paper.unit.intake"),
                fields,
                by == null ? Signer.machine(text.of("paper.system.intake")) : signatures.of(by));
    }
}
