package org.sucharit.mail;

import java.io.IOException;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A process of its own that looks through a mailbox once, and kills itself (SIGKILL) where it is told to; where the mail
 * server is concerned its parent does that.
 */
final class Victim {

    /** Where within the program it dies. */
    enum Place {
        NOWHERE,
        PARSED,
        HANDLED,
        BEFORE_COMMIT,
        COMMITTED
    }

    private Victim() {}

    /** @param args JDBC URL, installation key, port of the mail server, user, what becomes of messages, place */
    public static void main(String[] args) {
        Place place = Place.valueOf(args[5]);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(MailTestConfiguration.class)
                .web(WebApplicationType.NONE)
                .run("--spring.datasource.url=" + args[0], "--sucharit.installation-key=" + args[1])) {
            RecordingHandler handler = context.getBean(RecordingHandler.class);
            handler.before = mail -> dieAt(place, Place.PARSED);
            handler.then = mail -> {
                dieAt(place, Place.HANDLED);
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void beforeCommit(boolean readOnly) {
                        dieAt(place, Place.BEFORE_COMMIT);
                    }

                    @Override
                    public void afterCommit() {
                        dieAt(place, Place.COMMITTED);
                    }
                });
            };
            context.getBean(MailboxPoll.class)
                    .poll(Mailboxes.with(
                            "name",
                            args[3],
                            "username",
                            args[3],
                            "port",
                            args[2],
                            "after",
                            args[4],
                            "max-bytes",
                            1_000_000));
        }
    }

    private static void dieAt(Place place, Place here) {
        if (place == here) {
            try {
                new ProcessBuilder(
                                "kill",
                                "-9",
                                String.valueOf(ProcessHandle.current().pid()))
                        .start();
                Thread.sleep(60_000);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
