package org.sucharit.statistics;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Kind;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.ChannelKind;

/** A case as far as it is counted, written into the database beside the modules, so that any history can be had at once. */
record CaseRow(
        UUID id,
        Kind kind,
        ChannelKind channel,
        CaseState state,
        LocalDate receivedOn,
        LocalDate firstDueOn,
        LocalDate dueOn,
        @Nullable LocalDate metOn,
        @Nullable LocalDate closedOn) {

    static CaseRow open(Kind kind, ChannelKind channel, LocalDate receivedOn) {
        LocalDate due = receivedOn.plusDays(60);
        return new CaseRow(UUID.randomUUID(), kind, channel, CaseState.INVESTIGATING, receivedOn, due, due, null, null);
    }

    static CaseRow open(LocalDate receivedOn) {
        return open(Kind.CORRUPTION, ChannelKind.BOX, receivedOn);
    }

    CaseRow met(LocalDate on) {
        return new CaseRow(id, kind, channel, CaseState.WITH_MAYOR, receivedOn, firstDueOn, dueOn, on, closedOn);
    }

    CaseRow extendedTo(LocalDate day) {
        return new CaseRow(id, kind, channel, state, receivedOn, firstDueOn, day, metOn, closedOn);
    }

    CaseRow closed(LocalDate on) {
        LocalDate met = metOn == null ? on : metOn;
        return new CaseRow(id, kind, channel, CaseState.CLOSED, receivedOn, firstDueOn, dueOn, met, on);
    }

    CaseRow in(JdbcClient jdbc, OrganisationId organisation) {
        jdbc.sql("""
                        insert into case_file (id, organisation_id, version, kind, channel, reporter_mode, series,
                            received_on, entered_at, state, state_since, route, round, first_due_on, due_on, met_on,
                            closed_on, protection_asked, reprisal_reported, sealed_subject)
                        values (?, ?, 0, ?, ?, 'ANONYMOUS', ?, ?, ?, ?, ?, 'ORDINARY', 1, ?, ?, ?, ?, false, false, ?)""")
                .params(Arrays.asList(
                        id,
                        organisation.value(),
                        kind.name(),
                        channel.name(),
                        kind.confidential() ? "SECRET" : "GENERAL",
                        receivedOn,
                        receivedOn.atStartOfDay().atOffset(ZoneOffset.UTC),
                        state.name(),
                        receivedOn.atStartOfDay().atOffset(ZoneOffset.UTC),
                        firstDueOn,
                        dueOn,
                        metOn,
                        closedOn,
                        new byte[] {1}))
                .update();
        return this;
    }

    void heldBy(PersonId holder, String state, JdbcClient jdbc, OrganisationId organisation) {
        jdbc.sql("""
                        insert into case_grant (case_id, holder_id, organisation_id, state, wrapped_key, granted_at)
                        values (?, ?, ?, ?, ?, ?)""")
                .params(
                        id,
                        holder.value(),
                        organisation.value(),
                        state,
                        new byte[] {1},
                        receivedOn.atStartOfDay().atOffset(ZoneOffset.UTC))
                .update();
    }
}
