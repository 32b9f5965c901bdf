package org.sucharit.mail;

import java.util.UUID;
import org.springframework.data.repository.Repository;

interface InboxMessages extends Repository<InboxMessage, UUID> {

    InboxMessage saveAndFlush(InboxMessage message);

    boolean existsByMailboxAndUidValidityAndUid(String mailbox, long uidValidity, long uid);

    boolean existsByMailboxAndMessageIdHash(String mailbox, String messageIdHash);
}
