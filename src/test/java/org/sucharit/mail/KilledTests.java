package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.contentOf;

import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sucharit.testing.FreshDatabase;

/**
 * Kills the process that reads a mailbox (SIGKILL) between every two steps, one after the other on the same mailbox and
 * database, with another message waiting each time; in the end each message was taken once.
 */
class KilledTests {

    private static final int KILLED = 137;

    /** Where the process dies: at a command to the mail server, or within the program. */
    private record Step(
            String name, Mailbox.After after, @Nullable String command, boolean afterwards, Victim.Place place) {

        static Step before(String command, Mailbox.After after) {
            return new Step("before " + command, after, command, false, Victim.Place.NOWHERE);
        }

        static Step after(String command, Mailbox.After after) {
            return new Step("after " + command, after, command, true, Victim.Place.NOWHERE);
        }

        static Step at(Victim.Place place, Mailbox.After after) {
            return new Step("at " + place, after, null, false, place);
        }
    }

    private static final List<Step> STEPS = List.of(
            Step.before("FETCH .*INTERNALDATE", Mailbox.After.MOVE),
            Step.after("SEARCH", Mailbox.After.SEEN),
            Step.before("BODY.PEEK", Mailbox.After.DELETE),
            Step.after("BODY.PEEK", Mailbox.After.MOVE),
            Step.at(Victim.Place.PARSED, Mailbox.After.SEEN),
            Step.at(Victim.Place.HANDLED, Mailbox.After.DELETE),
            Step.at(Victim.Place.BEFORE_COMMIT, Mailbox.After.MOVE),
            Step.at(Victim.Place.COMMITTED, Mailbox.After.SEEN),
            Step.before("STORE", Mailbox.After.SEEN),
            Step.after("STORE", Mailbox.After.SEEN),
            Step.before(" (MOVE|COPY) ", Mailbox.After.MOVE),
            Step.after(" (MOVE|COPY) ", Mailbox.After.MOVE),
            Step.before("STORE", Mailbox.After.DELETE),
            Step.after("STORE", Mailbox.After.DELETE),
            Step.before("EXPUNGE", Mailbox.After.DELETE),
            Step.after("EXPUNGE", Mailbox.After.DELETE),
            Step.before("(CLOSE|LOGOUT)", Mailbox.After.MOVE));

    private static final Path ARCHIVE = Path.of("target", "test", "victim.jsa").toAbsolutePath();

    private static String classPath = "";

    @TempDir
    private Path directory;

    private final String login = "killed-" + UUID.randomUUID();

    @Test
    void eachMessageIsTakenOnceOnH2() throws Exception {
        everywhere("jdbc:h2:file:" + directory.resolve("db") + ";WRITE_DELAY=0", STEPS);
    }

    @Test
    void eachMessageIsTakenOnceOnPostgres() throws Exception {
        // What goes on between the program and the mail server is the same there.
        everywhere(
                FreshDatabase.onPostgres(),
                STEPS.stream()
                        .filter(step -> step.place() != Victim.Place.NOWHERE)
                        .toList());
    }

    private void everywhere(String database, List<Step> steps) throws Exception {
        GreenMailUser user = Servers.MAIL.setUser(login + "@kaohin.example", login, "secret");
        Files.createDirectories(ARCHIVE.getParent());
        assertThat(look(database, Step.at(Victim.Place.NOWHERE, Mailbox.After.MOVE)))
                .as(() -> contentOf(directory.resolve("log").toFile()))
                .isZero();
        Map<String, Integer> expected = new TreeMap<>();
        for (Step step : steps) {
            String text = "message " + step.name() + " " + step.after();
            user.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(
                            ("From: a@b.example\r\nMessage-ID: <" + UUID.randomUUID() + "@b.example>\r\n\r\n" + text)
                                    .getBytes(StandardCharsets.US_ASCII))));
            expected.put(text, 1);

            assertThat(look(database, step)).as(step.name()).isEqualTo(KILLED);
            assertThat(taken(database).values()).as(step.name()).allMatch(times -> times == 1);
        }
        assertThat(look(database, Step.at(Victim.Place.NOWHERE, Mailbox.After.MOVE)))
                .isZero();

        assertThat(taken(database)).isEqualTo(expected);
        assertThat(inbox()).isZero();
    }

    /** The exit code of a process that looks through the mailbox. */
    private int look(String database, Step step) throws Exception {
        int server = Servers.MAIL.getImap().getPort();
        try (KillingProxy proxy = new KillingProxy(server, step.command(), step.afterwards())) {
            Process process = new ProcessBuilder(List.of(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            // What the first one has loaded the others need not.
                            "-XX:+AutoCreateSharedArchive",
                            "-XX:SharedArchiveFile=" + ARCHIVE,
                            "-XX:+UseSerialGC",
                            "-Xmx256m",
                            "-cp",
                            classPath(),
                            Victim.class.getName(),
                            database,
                            directory.resolve("installation.key").toString(),
                            String.valueOf(proxy.port()),
                            login,
                            step.after().name(),
                            step.place().name()))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            proxy.aim(process);
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IllegalStateException("Did not end: " + step.name());
            }
            return process.exitValue();
        }
    }

    /** Of this process, its folders as archives: classes are not shared from a folder. */
    private static synchronized String classPath() {
        if (classPath.isEmpty()) {
            ToolProvider jar = ToolProvider.findFirst("jar").orElseThrow();
            List<String> paths = new ArrayList<>();
            for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
                if (Files.isDirectory(Path.of(path))) {
                    Path packed = ARCHIVE.resolveSibling("victim-" + paths.size() + ".jar");
                    assertThat(jar.run(
                                    System.out, System.err, "--create", "--file", packed.toString(), "-C", path, "."))
                            .isZero();
                    paths.add(packed.toString());
                } else {
                    paths.add(path);
                }
            }
            classPath = String.join(File.pathSeparator, paths);
        }
        return classPath;
    }

    /** How often the work for each message was committed. */
    private static Map<String, Integer> taken(String database) throws Exception {
        Map<String, Integer> taken = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(database);
                PreparedStatement tables = connection.prepareStatement(
                        "select count(*) from information_schema.tables where lower(table_name) = 'outbox'");
                ResultSet there = tables.executeQuery()) {
            there.next();
            if (there.getInt(1) == 0) {
                return taken;
            }
            try (PreparedStatement work =
                            connection.prepareStatement("select body, count(*) from outbox group by body");
                    ResultSet rows = work.executeQuery()) {
                while (rows.next()) {
                    taken.put(rows.getString(1), rows.getInt(2));
                }
            }
        }
        return taken;
    }

    private int inbox() throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", Servers.MAIL.getImap().getPort(), login, "secret");
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            return new ArrayList<>(List.of(folder.getMessages())).size();
        }
    }
}
