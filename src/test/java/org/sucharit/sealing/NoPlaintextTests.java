package org.sucharit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.sucharit.SucharitApplication;
import org.sucharit.assignment.Assignments;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.casefile.Upload;
import org.sucharit.decision.Closing;
import org.sucharit.decision.Decisions;
import org.sucharit.decision.Endorsements;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.DecideScreening;
import org.sucharit.intake.Intake;
import org.sucharit.intake.OfficeMessages;
import org.sucharit.intake.Particular;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Registered;
import org.sucharit.intake.Screening;
import org.sucharit.investigation.Investigations;
import org.sucharit.kernel.CaseId;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.Town;
import org.sucharit.workflow.TaskId;
import org.sucharit.workflow.Workflow;

/**
 * Puts marked words into every field of a case, takes it from receipt to closing in a real database on disk with every
 * log at its loudest, and then looks for the words: in the bytes of the database's files, and in the log.
 */
@ExtendWith(OutputCaptureExtension.class)
class NoPlaintextTests {

    private final List<String> words = new ArrayList<>();

    /** A word that stands nowhere else, in Thai and Latin letters, long enough to be found whole. */
    private String marked(String where) {
        String word = "ลับเฉพาะQZX" + where + words.size();
        words.add("ลับเฉพาะ");
        words.add("QZX" + where);
        return word;
    }

    @Test
    void leavesNoWordOfACaseInDatabaseOrLog(@TempDir Path directory, CapturedOutput log) throws IOException {
        String receipt;
        try (ConfigurableApplicationContext context =
                SpringApplication.run(new Class<?>[] {SucharitApplication.class, Town.class}, new String[] {
                    "--server.port=0",
                    "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("db") + ";WRITE_DELAY=0",
                    "--logging.level.org.sucharit=TRACE",
                    "--logging.level.org.hibernate.orm.jdbc.bind=TRACE",
                    "--logging.level.org.flowable=DEBUG",
                    "--logging.level.org.springframework.web=DEBUG",
                })) {
            receipt = run(context);
        }
        words.add(receipt);
        for (String word : words) {
            assertThat(log.getAll()).as("the log").doesNotContain(word);
            for (Path file : files(directory)) {
                for (byte[] written : List.of(
                        word.getBytes(StandardCharsets.UTF_8),
                        word.getBytes(StandardCharsets.UTF_16BE),
                        word.getBytes(StandardCharsets.UTF_16LE),
                        asH2WritesText(word))) {
                    assertThat(contains(Files.readAllBytes(file), written))
                            .as("%s in %s", word, file.getFileName())
                            .isFalse();
                }
            }
        }
        // The search itself finds what is there: the organisation's name is public.
        assertThat(files(directory)).anyMatch(file -> contains(read(file), asH2WritesText("ตำบลทดสอบ")));
    }

    private String run(ConfigurableApplicationContext context) {
        Town.Founded town = context.getBean(Town.class).found();
        return town.in(() -> {
            Registered registered = context.getBean(Intake.class).register(complaint());
            CaseId id = registered.caseId();
            Correspondence correspondence = context.getBean(Correspondence.class);
            correspondence.receive(
                    registered.forReporter().orElseThrow(),
                    marked("message"),
                    List.of(Upload.of(
                            marked("file"), "text/plain", marked("bytes").getBytes(StandardCharsets.UTF_8))));
            context.getBean(Screening.class)
                    .decide(
                            town.officer("clerk"),
                            task(context, id),
                            new DecideScreening(
                                    ScreeningOutcome.ACCEPTED_INQUIRY,
                                    null,
                                    marked("screening"),
                                    null,
                                    null,
                                    List.of(new Content.Accused(marked("late"), null, null, null))));
            Assignments assignments = context.getBean(Assignments.class);
            assignments.assign(
                    town.officer("personnel"),
                    task(context, id),
                    new Content.Assignment(town.staff.person("legal"), marked("instruction")));
            assignments.stepAside(town.officer("legal"), task(context, id), marked("aside"));
            assignments.assign(
                    town.officer("personnel"),
                    task(context, id),
                    new Content.Assignment(town.staff.person("legal2"), marked("instruction")));
            assignments.accept(town.officer("legal2"), task(context, id));
            Investigations investigations = context.getBean(Investigations.class);
            investigations.note(town.officer("legal2"), id, marked("note"));
            investigations.interview(town.officer("legal2"), id, marked("with"), LocalDate.now(), marked("interview"));
            investigations.evidence(town.officer("legal2"), id, marked("title"), marked("evidence"), List.of());
            investigations.conclude(
                    town.officer("legal2"),
                    task(context, id),
                    new Content.Findings(
                            Content.Findings.Result.PARTLY, marked("facts"), marked("reasoning"), marked("proposal")));
            Endorsements endorsements = context.getBean(Endorsements.class);
            endorsements.giveOpinion(
                    town.officer("office"), task(context, id), Content.Opinion.View.AGREE, marked("opinion"));
            endorsements.giveOpinion(
                    town.officer("chief"), task(context, id), Content.Opinion.View.DISAGREE, marked("opinion"));
            context.getBean(Decisions.class)
                    .direct(town.officer("mayor"), task(context, id), Directive.APPROVED, marked("directive"));
            context.getBean(OfficeMessages.class)
                    .send(
                            town.officer("personnel"),
                            id,
                            marked("answer"),
                            List.of(Upload.of(
                                    marked("enclosed"),
                                    "text/plain",
                                    marked("enclosure").getBytes(StandardCharsets.UTF_8))));
            context.getBean(Closing.class)
                    .notifyReporter(town.officer("personnel"), task(context, id), marked("how"), marked("outcome"));
            context.getBean(Closing.class).reopen(town.officer("personnel"), id, marked("reopened"));
            // It is all there for who may read it.
            assertThat(context.getBean(CaseFiles.class)
                            .open(town.officer("personnel"), id)
                            .folios())
                    .anyMatch(filed -> filed.content().toString().contains("QZXfacts"));
            return registered.forReporter().orElseThrow().digits();
        });
    }

    private RegisterComplaint complaint() {
        return new RegisterComplaint(
                Kind.CORRUPTION,
                ChannelKind.TELEPHONE,
                LocalDate.now(),
                marked("subject"),
                marked("details"),
                null,
                marked("place"),
                Map.of(
                        Particular.CALL_TIME, "10:00",
                        Particular.READ_BACK, "CONFIRMED",
                        Particular.CALLER_NUMBER, marked("number")),
                new Reporter.Confidential(new Reporter.Identity(
                        marked("name"), marked("address"), marked("phone"), "qzxmail@example.org")),
                List.of(new Content.Accused(marked("accused"), marked("position"), marked("unit"), null)),
                Set.of(),
                true,
                List.of(Upload.of(
                        marked("upload"), "text/plain", marked("content").getBytes(StandardCharsets.UTF_8))),
                null);
    }

    private static TaskId task(ConfigurableApplicationContext context, CaseId id) {
        return context.getBean(Workflow.class).tasksOf(id).getFirst().id();
    }

    /** H2's pages hold text in an encoding of its own: as UTF-8, but without the marks of the continuation bytes. */
    private static byte[] asH2WritesText(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (char c : text.toCharArray()) {
            if (c < 0x80) {
                bytes.write(c);
            } else if (c < 0x800) {
                bytes.write(0xc0 | (c >> 6));
                bytes.write(c & 0x3f);
            } else {
                bytes.write(0xe0 | (c >> 12));
                bytes.write((c >> 6) & 0x3f);
                bytes.write(c & 0x3f);
            }
        }
        return bytes.toByteArray();
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean contains(byte[] all, byte[] part) {
        for (int i = 0; i + part.length <= all.length; i++) {
            int n = 0;
            while (n < part.length && all[i + n] == part[n]) {
                n++;
            }
            if (n == part.length) {
                return true;
            }
        }
        return false;
    }
}
