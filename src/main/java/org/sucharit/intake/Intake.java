package org.sucharit.intake;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.assignment.Circle;
import org.sucharit.assignment.Conflict;
import org.sucharit.assignment.ConflictOfInterest;
import org.sucharit.casefile.BeginCase;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.casefile.Route;
import org.sucharit.casefile.Upload;
import org.sucharit.deadline.Deadlines;
import org.sucharit.deadline.DueDate;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.register.Register;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.StartComplaint;
import org.sucharit.workflow.Workflow;

/** Registers what was received, from whatever channel: the one way by which a case comes to be. */
@Component
public class Intake {

    private final IntakeRules rules;
    private final BoxOpenings openings;
    private final ConflictOfInterest conflicts;
    private final Circle circle;
    private final CaseFiles cases;
    private final Deadlines deadlines;
    private final Workflow workflow;
    private final Vault vault;
    private final Register register;
    private final TransactionTemplate transaction;

    Intake(
            IntakeRules rules,
            BoxOpenings openings,
            ConflictOfInterest conflicts,
            Circle circle,
            CaseFiles cases,
            Deadlines deadlines,
            Workflow workflow,
            Vault vault,
            Register register,
            PlatformTransactionManager transactions) {
        this.rules = rules;
        this.openings = openings;
        this.conflicts = conflicts;
        this.circle = circle;
        this.cases = cases;
        this.deadlines = deadlines;
        this.workflow = workflow;
        this.vault = vault;
        this.register = register;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Says what is wrong with it, without registering it.
     *
     * @throws Problem invalid, with every field that is wrong
     */
    public void check(RegisterComplaint command) {
        rules.check(command);
    }

    /**
     * Seals the complaint, keeps the conflicted out, wraps its key for the others, starts its clock and its process,
     * and gives it a number: all of it, or none.
     *
     * @return after the commit, so that what is answered is on disk
     * @throws Problem invalid, with every field that is wrong
     */
    public Registered register(RegisterComplaint command) {
        return register(command, receipt -> {});
    }

    /**
     * As {@link #register(RegisterComplaint)}.
     *
     * @param beside is given the receipt, where the channel gives one out, within the transaction: what it writes is on
     *     disk if and only if the case is, and what it throws undoes both
     */
    public Registered register(RegisterComplaint command, Consumer<Receipt> beside) {
        rules.check(command);
        return registered(
                command,
                Objects.requireNonNull(
                        transaction.execute(status -> begin(command, rules.receiptReaches(command), beside))));
    }

    /**
     * As {@link #register(RegisterComplaint)}.
     *
     * @param first is done first within the transaction, and what it throws undoes it
     */
    public Registered registerAfter(Runnable first, RegisterComplaint command) {
        rules.check(command);
        return registered(command, Objects.requireNonNull(transaction.execute(status -> {
            first.run();
            return begin(command, rules.receiptReaches(command), receipt -> {});
        })));
    }

    private Registered registered(RegisterComplaint command, Begun begun) {
        byte[] entry = register.ofCase(begun.caseId()).getFirst().bytes();
        return new Registered(
                begun.caseId(),
                begun.number(),
                command.receivedOn(),
                begun.due().day(),
                begun.receipt(),
                entry);
    }

    /**
     * Registers what came in by itself, such as a mail, and refuses nothing. Nobody is there to be given a receipt.
     * Joins the caller's transaction, so that the case and the mark that the message was taken are on disk together.
     */
    public CaseId receive(RegisterComplaint command) {
        return Objects.requireNonNull(transaction.execute(status -> begin(command, false, receipt -> {})))
                .caseId();
    }

    /**
     * What was answered when the case of this receipt was registered.
     *
     * @throws Problem not found
     */
    public Registered registered(Receipt receipt) {
        CaseFile file = cases.file(vault.find(receipt).orElseThrow(Problem::notFound));
        byte[] entry = register.ofCase(file.id()).getFirst().bytes();
        return new Registered(file.id(), file.number(), file.receivedOn(), file.firstDueOn(), receipt, entry);
    }

    private record Begun(
            CaseId caseId,
            RegisterNumber number,
            DueDate due,
            @Nullable Receipt receipt) {}

    private Begun begin(RegisterComplaint command, boolean reached, Consumer<Receipt> beside) {
        Conflict conflict =
                conflicts.check(command.accused(), List.of(command.subject(), command.details()), command.keptOut());
        DueDate due = deadlines.due(command.kind(), command.receivedOn());
        OpenCase open = cases.begin(beginCase(command, conflict, due));
        for (Upload upload : command.uploads()) {
            open.attach(null, upload);
        }
        switch (circle.complete(open)) {
            case INSIDE -> {}
            case OUTSIDE -> open.file().reroute(Route.EXECUTIVE);
            case NOBODY -> throw Problem.conflict("intake.nobodyUnconflicted");
        }
        Receipt receipt = reached ? vault.issueReceipt(open.id()) : null;
        workflow.start(new StartComplaint(
                open.id(),
                CurrentOrganisation.get(),
                command.kind().name(),
                command.channel().name(),
                command.receivedOn(),
                open.file().route().name()));
        if (receipt != null) {
            beside.accept(receipt);
        }
        String opening = command.particulars().get(Particular.OPENING);
        if (opening != null) {
            openings.logOne(opening);
        }
        // Last, because from here on other writers of the organisation wait.
        return new Begun(open.id(), cases.number(open), due, receipt);
    }

    private static BeginCase beginCase(RegisterComplaint command, Conflict conflict, DueDate due) {
        Map<String, String> origin = IntakeRules.named(command.particulars(), true);
        return new BeginCase(
                CaseId.random(),
                command.kind(),
                command.channel().name(),
                command.receivedOn(),
                due.day(),
                command.enteredBy(),
                new Content.Report(
                        command.subject(),
                        command.details(),
                        command.occurredOn(),
                        command.place(),
                        IntakeRules.named(command.particulars(), false)),
                origin.isEmpty() ? null : new Content.Origin(origin),
                command.reporter(),
                List.copyOf(command.accused()),
                conflict.folios(),
                conflict.route(),
                command.protectionAsked());
    }
}
