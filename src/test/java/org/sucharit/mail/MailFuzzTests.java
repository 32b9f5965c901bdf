package org.sucharit.mail;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Instant;
import java.util.Arrays;

/**
 * Whatever bytes a message is made of, it is read without an exception, what it says stays on its line, and all of it is
 * kept. Runs over the kept seeds; with {@code -Pfuzz} it looks for new ones.
 */
class MailFuzzTests {

    private static final Mailbox MAILBOX = Mailboxes.with("name", "box");

    @FuzzTest(maxDuration = "2m")
    void readsAnything(byte[] raw) {
        IncomingMail mail = new MimeReader(raw, false).read(MAILBOX, 1, 2, Instant.EPOCH);
        require(Arrays.equals(Mailboxes.whole(mail), raw), "not all is kept");
        require(mail.subject().chars().noneMatch(Character::isISOControl), "a subject of several lines");
        require(
                mail.text().chars().noneMatch(c -> Character.isISOControl(c) && c != '\t' && c != '\n'),
                "control characters");
        for (IncomingMail.Attachment file : mail.attachments()) {
            require(
                    !file.name().isBlank()
                            && file.name().indexOf('/') < 0
                            && file.name().indexOf('\\') < 0,
                    "a name with a path");
        }
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }
}
