package org.sucharit.register.rows;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is decided on each table: whether a change of its rows behind the program's back is named. A table that nothing
 * is decided on fails a test.
 */
public final class Coverage {

    /** How the rows of a table are kept. */
    public sealed interface Decision permits Kept, NotKept {}

    /**
     * @param without columns that may change without an entry
     * @param parent the table that says whose a row is, where the row itself does not; its key is {@code by}
     * @param by the column that names the parent's row
     * @param asOne whether all rows of one parent are kept as one, by its key
     * @param large a column of which {@code <column>_digest} holds the SHA-256, which is read instead
     */
    public record Kept(
            Set<String> without,
            @Nullable String parent,
            @Nullable String by,
            boolean asOne,
            @Nullable String large) implements Decision {}

    /** @param reason why nobody gains by changing a row, or what is checked instead */
    public record NotKept(String reason) implements Decision {}

    private static final Map<String, Decision> DECIDED = new TreeMap<>();

    static {
        whole("organisation", "unit", "post", "person", "appointment", "channel", "local_holiday");
        whole("person_key", "case_key", "case_grant");
        whole("case_file", "folio", "sealed_file", "box_opening");
        whole("document_template", "stationery", "office_paper");
        whole("number_series", "notice", "inbox_message", "register_witness", "mail_thread", "notice_digest");
        whole("social_message", "social_conversation");
        whole("recovery_code", "factor_required");
        whole("declared_relation", "recovery_set", "recovery_sheet", "recovery_cover", "recovery_share");
        DECIDED.put("case_committee", new Kept(Set.of(), "case_file", "case_id", true, null));
        DECIDED.put("person_former_name", new Kept(Set.of(), "person", "person_id", true, null));
        DECIDED.put("sealed_chunk", new Kept(Set.of(), "sealed_file", "file_id", false, "bytes"));
        // What the mail server answered changes nothing of what was said to whom.
        but("outbox", "attempts", "next_attempt_at", "failure");
        // What a day's use leaves, and what a partner's server answered.
        but("partner_key", "used_on", "used_today");
        but("partner_report", "told", "attempts", "next_attempt_at", "failure");
        // What the platform's server answered.
        but("social_attachment", "attempts", "next_attempt_at");
        // What its use leaves; whoever sets it back lets one code count twice within its minute.
        but("second_factor", "last_step", "used_at", "signature_count");
        not("the register itself, checked entry by entry", "register_head", "register_entry", "register_rows");
        not("signed, and checked against the entries", "register_checkpoint");
        not("named by the hash of its content", "register_shape");
        not("gone within a day, and opened only by the sender's own key", "idempotent_answer");
        not("tells the key file's own; with another value the program does not start", "installation");
        not("sessions, which end by themselves and open nothing without their cookie", "spring_session");
        not("as their sessions", "spring_session_attributes");
        not("a count for the next entry, which starts anew with every sign-in", "refused_sign_in");
        not("names a form that was sent, so that it is not taken twice; gone within a month", "desk_form");
        not("names a file that is deleted, so that it is not taken twice", "scan_taken");
        not("sums that lead back to no case, which an entry for each change would undo", "satisfaction");
        not("the migrations of the schema; no organisation's", "flyway_schema_history");
    }

    /** The engine keeps what is going on; instead it is checked that each open case has its one running process. */
    private static final NotKept ENGINE = new NotKept("the engine's; each open case must have its one running process");

    private Coverage() {}

    /** Nothing where nothing is decided. */
    public static Optional<Decision> of(String table) {
        if (table.startsWith("act_") || table.startsWith("flw_")) {
            return Optional.of(ENGINE);
        }
        return Optional.ofNullable(DECIDED.get(table));
    }

    static Optional<Kept> kept(String table) {
        return of(table).filter(Kept.class::isInstance).map(Kept.class::cast);
    }

    static Set<String> tables() {
        return DECIDED.keySet();
    }

    private static void whole(String... tables) {
        for (String table : tables) {
            but(table);
        }
    }

    private static void but(String table, String... columns) {
        DECIDED.put(table, new Kept(Set.of(columns), null, null, false, null));
    }

    private static void not(String reason, String... tables) {
        for (String table : tables) {
            DECIDED.put(table, new NotKept(reason));
        }
    }
}
