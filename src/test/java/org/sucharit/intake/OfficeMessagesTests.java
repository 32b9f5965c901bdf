package org.sucharit.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Opening;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.ReporterMessage;
import org.sucharit.casefile.Upload;
import org.sucharit.examination.Sent;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.register.Register;
import org.sucharit.testing.Town;
import org.sucharit.vault.Receipt;

/** What the office sends is read with the receipt it was sent to, and with no other; the holders read it as well. */
@SpringBootTest
@Import(Town.class)
abstract class OfficeMessagesTests {

    @Autowired
    private Town towns;

    @Autowired
    private Intake intake;

    @Autowired
    private OfficeMessages messages;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private Register register;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Time time;

    private Town.Founded town;
    private CaseId id;
    private Receipt receipt;

    @BeforeEach
    void oneCase() {
        town = towns.found();
        Registered registered = registered();
        id = registered.caseId();
        receipt = registered.forReporter().orElseThrow();
    }

    private Registered registered() {
        return town.in(() -> intake.register(new RegisterComplaint(
                Kind.CORRUPTION,
                ChannelKind.WEB,
                time.today(),
                "เรียกเงิน",
                "เรียกเงินห้าพันบาท",
                null,
                null,
                Map.of(),
                new Reporter.Anonymous(),
                List.of(),
                Set.of(),
                false,
                List.of(),
                null)));
    }

    private void send(String text, Upload... files) {
        town.run(() -> messages.send(town.officer("clerk"), id, text, List.of(files)));
    }

    private static Upload upload(String name, String type, byte[] bytes) {
        return Upload.of(name, type, bytes);
    }

    private List<ReporterMessage.Attached> given() {
        return town.in(() -> correspondence.messages(receipt)).getLast().files();
    }

    private byte[] fetched(Receipt by, UUID file) {
        return town.in(() -> correspondence.file(by, file)).bytes();
    }

    private <T> T opened(Function<OpenCase, T> work) {
        return town.in(() -> Objects.requireNonNull(
                transaction.execute(status -> work.apply(cases.open(town.officer("clerk"), id)))));
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void givesACleanCopyAndKeepsTheFileItself() throws IOException {
        byte[] memo = Sent.pdf(2);
        assertThat(text(memo)).contains(Sent.SECRET);
        send("ขอส่งบันทึก", upload("บันทึก.pdf", "application/pdf", memo));

        ReporterMessage.Attached attached = given().getFirst();
        assertThat(attached.name()).isEqualTo("บันทึก.pdf");
        byte[] got = fetched(receipt, attached.id());
        assertThat(got).hasSize((int) attached.size()).isNotEqualTo(memo);
        assertThat(text(got)).startsWith("%PDF").doesNotContain(Sent.SECRET);

        FileView kept = opened(OpenCase::files).getFirst();
        byte[] read = opened(open -> open.read(kept.id()).bytes());
        assertThat(read).isEqualTo(memo);
        FileView copy = opened(open -> open.given(kept.id()));
        byte[] shown = opened(open -> open.read(copy.id()).bytes());
        assertThat(shown).isEqualTo(got);
    }

    @Test
    void namesAFileAfterWhatItHasBecome() throws IOException {
        send("ภาพ", upload("ภาพถ่าย.v2.png", "image/png", Sent.photograph(1)));
        assertThat(given().getFirst().name()).isEqualTo("ภาพถ่าย.v2.jpg");
    }

    @Test
    void givesTheFileItselfWhereNoCopyIsMade() {
        byte[] sound = noise(1_300_000);
        byte[] words = "แบบคำร้อง".getBytes(StandardCharsets.UTF_8);
        send("ขอส่งไฟล์", upload("เสียง.bin", "x/y", sound), upload("คำร้อง.txt", "text/plain", words));
        List<ReporterMessage.Attached> files = given();
        assertThat(files)
                .extracting(ReporterMessage.Attached::name, ReporterMessage.Attached::size)
                .containsExactlyInAnyOrder(
                        tuple("เสียง.bin", (long) sound.length), tuple("คำร้อง.txt", (long) words.length));
        for (ReporterMessage.Attached file : files) {
            assertThat(fetched(receipt, file.id())).isEqualTo(file.name().endsWith("txt") ? words : sound);
        }
    }

    @Test
    void putsFilesUnderTheirOwnMessage() {
        send("หนึ่ง", upload("1.txt", "text/plain", new byte[] {1}));
        send("สอง");
        send("สาม", upload("3.txt", "text/plain", new byte[] {3}));
        town.run(() ->
                correspondence.receive(receipt, "ตอบ", List.of(upload("ours.txt", "text/plain", new byte[] {4}))));
        assertThat(town.in(() -> correspondence.messages(receipt)))
                .extracting(message -> message.files().stream()
                        .map(ReporterMessage.Attached::name)
                        .toList())
                .containsExactly(List.of("1.txt"), List.of(), List.of("3.txt"), List.of());
    }

    @Test
    void keepsTheFileFromEveryOtherReceiptAndAnswersAGuessAsMissing() throws IOException {
        send("ขอส่งบันทึก", upload("a.pdf", "application/pdf", Sent.pdf(1)));
        Receipt other = registered().forReporter().orElseThrow();
        UUID file = given().getFirst().id();
        UUID original = opened(OpenCase::files).getFirst().id();
        UUID shown = opened(open -> open.given(original)).id();
        missing(other, file);
        missing(receipt, UUID.randomUUID());
        missing(receipt, original);
        missing(receipt, shown);
        town.run(() ->
                correspondence.receive(receipt, "หลักฐาน", List.of(upload("own.txt", "text/plain", new byte[] {1}))));
        missing(receipt, opened(OpenCase::files).getLast().id());
    }

    private void missing(Receipt by, UUID file) {
        Problem problem = catchThrowableOfType(Problem.class, () -> fetched(by, file));
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }

    /** Somebody who can write to the database puts the file of one case into another whose receipt they hold. */
    @Test
    void doesNotOpenWhatWasMovedToAnotherCase() {
        send("ลับ", upload("ลับ.txt", "text/plain", noise(100)));
        UUID file = given().getFirst().id();
        Registered other = registered();
        jdbc.sql("update sealed_file set case_id = ? where id = ?")
                .params(other.caseId().value(), file)
                .update();
        assertThatThrownBy(() -> fetched(other.forReporter().orElseThrow(), file))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("does not open");
    }

    @Test
    void leavesNothingInTheClear() {
        byte[] words = "QZXSECRETWORDS".getBytes(StandardCharsets.US_ASCII);
        send("ลับ", upload("QZXNAME.txt", "text/plain", words));
        for (String column : List.of("label", "examined")) {
            jdbc.sql("select " + column + " from sealed_file where case_id = ? and " + column + " is not null")
                    .param(id.value())
                    .query((row, n) -> text(row.getBytes(1)))
                    .list()
                    .forEach(bytes -> assertThat(bytes).doesNotContain("QZX"));
        }
        List<String> chunks = jdbc.sql(
                        "select c.bytes from sealed_chunk c join sealed_file f on f.id = c.file_id where f.case_id = ?")
                .param(id.value())
                .query((row, n) -> text(row.getBytes(1)))
                .list();
        assertThat(chunks).hasSize(2).noneMatch(bytes -> bytes.contains("QZX"));
    }

    /** The office's own key opens its file and not the reporter's, and after another key is made both still open. */
    @Test
    void outlivesAnotherKeyOfTheCase() throws IOException {
        byte[] sound = noise(600_000);
        send("ขอส่ง", upload("a.pdf", "application/pdf", Sent.pdf(1)), upload("b.bin", "x/y", sound));
        List<ReporterMessage.Attached> files = given();
        List<String> before =
                files.stream().map(file -> sha256(fetched(receipt, file.id()))).toList();
        assertThatThrownBy(() -> opened(open -> open.read(files.getFirst().id())))
                .isInstanceOf(IllegalStateException.class);
        town.run(() -> transaction.executeWithoutResult(status -> cases.rotate(
                cases.open(town.officer("clerk"), id), town.officer("clerk").id())));
        assertThat(given()).isEqualTo(files);
        assertThat(files)
                .extracting(file -> sha256(fetched(receipt, file.id())))
                .isEqualTo(before);
        List<byte[]> ours = opened(open -> open.files().stream()
                .map(file -> open.read(file.id()).bytes())
                .filter(bytes -> Arrays.equals(bytes, sound))
                .toList());
        assertThat(ours).hasSize(1);
        assertThat(town.in(register::firstFault)).isEmpty();
    }

    @Test
    void standsInTheRegisterWithTheDigestOfWhatWasGiven() throws IOException {
        send("ขอส่ง", upload("a.pdf", "application/pdf", Sent.pdf(1)));
        byte[] got = fetched(receipt, given().getFirst().id());
        Content.MessageToReporter message = opened(
                open -> open.last(Content.MessageToReporter.class).orElseThrow().content());
        assertThat(message.files()).singleElement().satisfies(sent -> {
            assertThat(sent.sha256()).isEqualTo(sha256(got));
            assertThat(sent.size()).isEqualTo(got.length);
            assertThat(sent.clean()).isTrue();
        });
        UUID folio = opened(
                open -> open.last(Content.MessageToReporter.class).orElseThrow().id());
        Opening leaf = opened(open -> open.openings().stream()
                .filter(opening -> opening.id().equals(folio))
                .findFirst()
                .orElseThrow());
        String committed = Base64.getEncoder().encodeToString(digest(digest(leaf.salt(), leaf.content())));
        List<String> done = opened(open -> register.openings(id).stream()
                .map(entry -> new String(entry.done(), StandardCharsets.UTF_8))
                .toList());
        assertThat(done).anySatisfy(entry -> assertThat(entry).contains("MESSAGE_SENT", committed));
    }

    @Test
    void sendsNothingWhereOneFileCannotBeCleaned() throws IOException {
        byte[] broken = "%PDF-1.7 and then nothing".getBytes(StandardCharsets.US_ASCII);
        refused("file.send.unreadable", upload("ok.txt", "text/plain", new byte[] {1}), upload("x.pdf", "x/y", broken));
        refused("file.send.long", upload("x.pdf", "application/pdf", Sent.pdf(61)));
        refused(
                "tooMany",
                IntStream.range(0, 11)
                        .mapToObj(n -> upload(n + ".txt", "text/plain", new byte[] {1}))
                        .toArray(Upload[]::new));
        assertThat(town.in(() -> correspondence.messages(receipt))).isEmpty();
        assertThat(opened(OpenCase::files)).isEmpty();
    }

    private void refused(String code, Upload... files) {
        Problem problem = catchThrowableOfType(Problem.class, () -> send("ข้อความ", files));
        assertThat(problem).as(code).isNotNull();
        assertThat(problem.fields()).singleElement().satisfies(field -> {
            assertThat(field.field()).isEqualTo("files");
            assertThat(field.code()).isEqualTo(code);
        });
    }

    @Test
    void isNotForAnOfficerWithoutTheCase() {
        Problem problem = catchThrowableOfType(
                Problem.class,
                () -> town.run(() -> messages.send(
                        town.officer("works"), id, "x", List.of(upload("a.txt", "text/plain", new byte[] {1})))));
        assertThat(problem).isNotNull();
        assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
    }
}
