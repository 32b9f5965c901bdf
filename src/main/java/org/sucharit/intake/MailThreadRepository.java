package org.sucharit.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface MailThreadRepository extends Repository<MailThread, String> {

    Optional<MailThread> findByLookup(String lookup);

    List<MailThread> findByLookupInAndKind(Collection<String> lookups, MailThread.Kind kind);

    void deleteByCaseId(UUID caseId);
}
