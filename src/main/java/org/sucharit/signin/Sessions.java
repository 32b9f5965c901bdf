package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.signin.Signed.Stage;
import org.sucharit.vault.CarriedKey;
import org.sucharit.vault.Officer;

/**
 * Who is signed in where. The officer's open key is parted at sign-in: ciphertext goes into the session store, the key
 * that opens it into a cookie. So any node can serve any request, and a copy of the store opens nothing.
 */
@Component
class Sessions {

    static final String HALF = "half";
    private static final String SIGNED = "signed";

    /** A sign-in ends then, however busy it is. */
    static final Duration LONGEST = Duration.ofHours(12);

    private static final Duration FRESH = Duration.ofSeconds(30);

    /** Of one request: who is signed in, and the officer with their key open unless the session is locked. */
    record Present(Signed signed, @Nullable Officer officer) {

        @Nullable
        Officer inside() {
            return signed.stage() == Stage.OPEN ? officer : null;
        }
    }

    private final FindByIndexNameSessionRepository<? extends Session> store;
    private final JdbcClient jdbc;
    private final Time time;
    private final Duration idle;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> store,
            JdbcClient jdbc,
            Time time,
            @Value("${sucharit.signin.idle:15m}") Duration idle) {
        this.store = store;
        this.jdbc = jdbc;
        this.time = time;
        this.idle = idle;
    }

    /** Begins a session of its own; one that was there before ends. */
    void begin(Officer officer, Stage stage, boolean lacks, HttpServletRequest request, HttpServletResponse response) {
        HttpSession before = request.getSession(false);
        if (before != null) {
            before.invalidate(); // against a session that somebody else prepared
        }
        Instant now = time.now().truncatedTo(ChronoUnit.MILLIS);
        Signed signed = new Signed(
                UUID.randomUUID(),
                officer.id().value(),
                officer.organisation().value(),
                stage,
                null,
                "",
                lacks,
                now,
                now,
                Browser.of(request.getHeader(HttpHeaders.USER_AGENT)));
        HttpSession session = request.getSession();
        session.setMaxInactiveInterval((int) LONGEST.toSeconds());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                officer.id().toString());
        keep(signed, officer, request, response);
    }

    /** The second factor was shown, or set up; or the password was given again. */
    void open(
            Present present,
            Officer officer,
            String factor,
            boolean lacks,
            HttpServletRequest request,
            HttpServletResponse response) {
        request.changeSessionId();
        keep(present.signed().opened(factor, lacks, time.now()), officer, request, response);
    }

    /** The password was given again, and the second factor is to be shown again. */
    void halfWay(Present present, Officer officer, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        keep(present.signed().halfWay(time.now()), officer, request, response);
    }

    /** Who is signed in; a session that is too old ends, one that lay idle is locked. */
    Optional<Present> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(SIGNED) instanceof String text)) {
            return Optional.empty();
        }
        Signed signed = Signed.read(text);
        Instant now = time.now();
        if (now.isAfter(signed.began().plus(LONGEST))) {
            session.invalidate();
            return Optional.empty();
        }
        boolean lain = now.isAfter(signed.seen().plus(idle));
        if (lain && signed.stage() == Stage.HALF_WAY) {
            session.invalidate();
            return Optional.empty();
        }
        if (lain && signed.stage() == Stage.OPEN) {
            signed = signed.locked();
            replace(session, text, signed.text());
        }
        if (signed.stage() == Stage.LOCKED) {
            return Optional.of(new Present(signed, null));
        }
        Officer officer = Cookies.read(request, HALF).map(signed::join).orElse(null);
        if (officer == null) {
            return Optional.empty();
        }
        if (now.isAfter(signed.seen().plus(FRESH))) {
            signed = signed.seenAt(now);
            replace(session, text, signed.text());
        }
        return Optional.of(new Present(signed, officer));
    }

    /** Forgets the open key until the password is given again. */
    void lock(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(SIGNED) instanceof String text) {
            replace(session, null, Signed.read(text).locked().text());
        }
        Cookies.clear(request, response, HALF);
    }

    void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        Cookies.clear(request, response, HALF);
    }

    /** A person's sign-ins that are not over, the latest used first. */
    List<Signed> of(PersonId person) {
        List<Signed> found = new ArrayList<>();
        for (Session session : stored(person)) {
            signed(session)
                    .filter(signed -> time.now().isBefore(signed.began().plus(LONGEST)))
                    .ifPresent(found::add);
        }
        found.sort(Comparator.comparing(Signed::seen).reversed());
        return found;
    }

    /** Ends those sign-ins of a person, on whatever node. */
    int end(PersonId person, Predicate<Signed> which) {
        List<String> ended = stored(person).stream()
                .filter(session -> signed(session).filter(which).isPresent())
                .map(Session::getId)
                .toList();
        ended.forEach(store::deleteById);
        return ended.size();
    }

    /** Everybody of an organisation who is signed in somewhere. */
    List<PersonId> people(OrganisationId organisation) {
        return jdbc.sql("""
                        select distinct p.id from person p
                        join spring_session s on s.principal_name = cast(p.id as varchar(100))
                        where p.organisation_id = ?""")
                .param(organisation.value())
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * At once, and not when the request ends, as the session would: until then another request may lock it, and a slow
     * one would undo that.
     *
     * @param before what it must be unchanged since; null for whatever it is
     */
    private void replace(HttpSession session, @Nullable String before, String after) {
        byte[] bytes = after.getBytes(StandardCharsets.UTF_8);
        String update = """
                update spring_session_attributes set attribute_bytes = ?
                where attribute_name = ?
                and session_primary_id in (select primary_id from spring_session where session_id = ?)""";
        if (before == null) {
            jdbc.sql(update).params(bytes, SIGNED, session.getId()).update();
        } else {
            jdbc.sql(update + " and attribute_bytes = ?")
                    .params(bytes, SIGNED, session.getId(), before.getBytes(StandardCharsets.UTF_8))
                    .update();
        }
    }

    private List<Session> stored(PersonId person) {
        return List.copyOf(store.findByPrincipalName(person.toString()).values());
    }

    private static Optional<Signed> signed(Session session) {
        String text = session.getAttribute(SIGNED);
        return Optional.ofNullable(text).map(Signed::read);
    }

    private static void keep(Signed signed, Officer officer, HttpServletRequest request, HttpServletResponse response) {
        CarriedKey key = CarriedKey.part(officer, signed.about());
        request.getSession().setAttribute(SIGNED, signed.with(key).text());
        Cookies.write(
                request, response, HALF, Base64.getUrlEncoder().withoutPadding().encodeToString(key.half()), null);
    }
}
