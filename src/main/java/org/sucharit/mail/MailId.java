package org.sucharit.mail;

import java.util.UUID;

/** Names a mail in the outbox; also the local part of its Message-ID. */
public record MailId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
