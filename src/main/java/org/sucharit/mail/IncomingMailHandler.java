package org.sucharit.mail;

/** Makes something of a mail that came in; answered by the module that takes mail. */
@FunctionalInterface
public interface IncomingMailHandler {

    /**
     * Called once for each message, in the scope of the mailbox's organisation and in a transaction. When it throws,
     * the transaction is rolled back, the message stays where it is, and is handed over again at the next poll.
     */
    void on(IncomingMail mail);
}
