package org.sucharit.portal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CasePurged;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Intake;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Registered;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.vault.Receipt;
import tools.jackson.databind.json.JsonMapper;

/** Takes each report, and what its reporter sends afterwards, once, however often it is sent. */
@Component
class Submissions {

    static final Duration KEPT = Duration.ofHours(24);

    private static final Pattern FORM_ID = Pattern.compile("[0-9a-f-]{36}");

    private final Intake intake;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final Time time;

    Submissions(Intake intake, JdbcClient jdbc, JsonMapper json, PlatformTransactionManager transactions, Time time) {
        this.intake = intake;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
    }

    /**
     * Says of all fields at once what is wrong.
     *
     * @param found what was wrong with the request before it could become {@code command}
     * @throws Problem invalid, unless nothing is
     */
    void check(List<Problem.Field> found, RegisterComplaint command) {
        List<Problem.Field> wrong = new ArrayList<>(found);
        try {
            intake.check(command);
        } catch (Problem problem) {
            if (problem.fields().isEmpty()) {
                throw problem;
            }
            wrong.addAll(problem.fields());
        }
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }

    /**
     * Registers the report, or gives the first answer again where one with the same key was registered in the last
     * {@link #KEPT}. Of two that come at the same moment one becomes a case.
     *
     * @param key of the sender's own, or none
     * @throws Problem invalid, {@code idempotency.otherRequest} where the key belongs to a report that says other things
     */
    Registered register(@Nullable IdempotencyKey key, RegisterComplaint command) {
        return register(key, command, "", receipt -> {});
    }

    /**
     * As {@link #register(IdempotencyKey, RegisterComplaint)}; {@code beside} as the intake takes it.
     *
     * @param called what the sender calls the report besides: with the same key under another name it is another report
     */
    Registered register(
            @Nullable IdempotencyKey key, RegisterComplaint command, String called, Consumer<Receipt> beside) {
        if (key == null) {
            return intake.register(command, beside);
        }
        forgetExpired();
        byte[] digest = digest(key, command, called);
        return firstAnswer(key, digest).orElseGet(() -> {
            try {
                return intake.register(command, receipt -> {
                    keep(key, digest, receipt.digits());
                    beside.accept(receipt);
                });
            } catch (DuplicateKeyException other) {
                return firstAnswer(key, digest).orElseThrow(() -> other);
            }
        });
    }

    /**
     * What was answered when this same report came before; nothing where it did not, or came without a key.
     *
     * @throws Problem as {@link #register(IdempotencyKey, RegisterComplaint)}
     */
    Optional<Registered> answered(@Nullable IdempotencyKey key, RegisterComplaint command, String called) {
        if (key == null) {
            return Optional.empty();
        }
        forgetExpired();
        return firstAnswer(key, digest(key, command, called));
    }

    /**
     * Does what a form of a case's page asks for, unless it was done within the last {@link #KEPT}. The same form with
     * other words, as after going back, is another.
     *
     * @param formId as the page gave it; without a usable one it is done each time
     * @param what which form it is
     * @param act joins the transaction; what it throws undoes the mark that it was done
     */
    void once(@Nullable String formId, Receipt receipt, String what, String text, List<Upload> uploads, Runnable act) {
        if (formId == null || !FORM_ID.matcher(formId).matches()) {
            act.run();
            return;
        }
        MessageDigest said = sha256();
        said.update((what + "/" + text).getBytes(StandardCharsets.UTF_8));
        uploads.forEach(upload -> said.update(digest(upload.source())));
        IdempotencyKey key = IdempotencyKey.of(
                formId + "/" + receipt.digits() + "/" + HexFormat.of().formatHex(said.digest()));
        forgetExpired();
        try {
            transaction.executeWithoutResult(status -> {
                keep(key, new byte[0], "");
                act.run();
            });
        } catch (DuplicateKeyException other) {
            if (!isKept(key)) {
                throw other;
            }
        }
    }

    private boolean isKept(IdempotencyKey key) {
        return jdbc.sql("select count(*) from idempotent_answer where organisation_id = ? and lookup = ?")
                        .params(CurrentOrganisation.get().value(), key.lookup())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private Optional<Registered> firstAnswer(IdempotencyKey key, byte[] digest) {
        record Kept(byte[] digest, byte[] sealed) {}
        return jdbc.sql("""
                        select request_digest, sealed_receipt from idempotent_answer
                        where organisation_id = ? and lookup = ?""")
                .params(CurrentOrganisation.get().value(), key.lookup())
                .query((row, n) -> new Kept(row.getBytes("request_digest"), row.getBytes("sealed_receipt")))
                .optional()
                .map(kept -> {
                    if (!MessageDigest.isEqual(kept.digest(), digest)) {
                        throw Problem.of(Problem.Kind.INVALID, "idempotency.otherRequest");
                    }
                    return intake.registered(
                            Receipt.parse(key.open(kept.sealed())).orElseThrow());
                });
    }

    /** In the transaction of the registration; the primary key lets one of two through. */
    private void keep(IdempotencyKey key, byte[] digest, String answer) {
        jdbc.sql("""
                        insert into idempotent_answer
                            (organisation_id, lookup, request_digest, sealed_receipt, kept_until)
                        values (?, ?, ?, ?, ?)""")
                .params(CurrentOrganisation.get().value(), key.lookup(), digest, key.seal(answer), now().plus(KEPT))
                .update();
    }

    /** Of what the sender said; not of the day, which may be another at the repeat. */
    private byte[] digest(IdempotencyKey key, RegisterComplaint command, String called) {
        Reporter.Identity identity = switch (command.reporter()) {
            case Reporter.Named named -> named.identity();
            case Reporter.Confidential confidential -> confidential.identity();
            case Reporter.Anonymous anonymous -> null;
        };
        Mac mac = key.digest();
        add(
                mac,
                json.writeValueAsBytes(Arrays.asList(
                        command.kind(),
                        command.subject(),
                        command.details(),
                        command.occurredOn(),
                        command.place(),
                        command.reporter().mode(),
                        identity,
                        command.accused(),
                        command.protectionAsked())));
        if (!called.isEmpty()) {
            add(mac, called.getBytes(StandardCharsets.UTF_8));
        }
        for (Upload upload : command.uploads()) {
            add(mac, upload.name().getBytes(StandardCharsets.UTF_8));
            add(mac, digest(upload.source()));
        }
        return mac.doFinal();
    }

    private static void add(Mac mac, byte[] part) {
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
        mac.update(part);
    }

    private static byte[] digest(Upload.Source source) {
        MessageDigest file = sha256();
        try (InputStream in = source.open()) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.digest();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    /** None that are past their day are left to stand when something is destroyed. */
    @EventListener
    void on(CasePurged purged) {
        forgetExpired();
    }

    private void forgetExpired() {
        jdbc.sql("delete from idempotent_answer where kept_until <= ?")
                .param(now())
                .update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC);
    }
}
