package org.sucharit.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sucharit.register.audit.RegisterCommand;

/** A register and its rows are checked from the command line, in the database and as a file. */
abstract class RegisterCommandTests extends CheckpointTest {

    @TempDir
    Path folder;

    abstract String url();

    @Test
    void checksAnExportedRegisterWithoutTheDatabase() throws Exception {
        enter();
        nextTurn();
        enter();
        MadeCheckpoint kept = nextTurn();
        enter();
        Path file = folder.resolve("register.txt");
        Files.writeString(folder.resolve("kept.txt"), kept.note());
        assertThat(command("export-register", town.shortName, file.toString())).startsWith("0 ");
        String key = town.in(checkpoints::key).toString();
        String kepts = "--checkpoint=" + folder.resolve("kept.txt");
        assertThat(command("verify-register", file.toString(), "--key", key, kepts))
                .startsWith("0 ")
                .contains("Complete");
        List<String> lines = Files.readAllLines(file);
        for (int n = 1; n < lines.size(); n++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(n);
            Files.write(file, without);
            String line = lines.get(n);
            String keptLine = "checkpoint "
                    + Base64.getEncoder().encodeToString(kept.note().getBytes(StandardCharsets.UTF_8));
            // The key was brought, and a checkpoint that nobody kept can be left out.
            boolean unseen = line.startsWith("key ") || line.startsWith("checkpoint ") && !line.equals(keptLine);
            assertThat(command("verify-register", file.toString(), "--key=" + key, kepts))
                    .as(line)
                    .matches(said -> said.startsWith("0 ") == unseen);
        }
        Files.write(file, lines);
        assertThat(command("verify-register", file.toString(), "--key=" + otherKey()))
                .startsWith("1 ");
        assertThat(lines.stream().filter(line -> line.startsWith("entry ")))
                .noneMatch(line -> new String(Base64.getDecoder().decode(line.substring(6)), StandardCharsets.UTF_8)
                        .contains("RECEIVED"));
    }

    @Test
    void checksADatabaseFromTheCommandLine() {
        enter();
        nextTurn();
        assertThat(command("verify-register"))
                .contains("Register of organisation " + town.id)
                .contains("Complete");
        jdbc.update(
                "update person set name_en = 'Somebody Else' where id = ?",
                town.staff.person("mayor").value());
        assertThat(command("verify-register"))
                .startsWith("1 ")
                .contains("A row of the database was changed: person "
                        + town.staff.person("mayor").value());
        assertThat(command("verify-register", "--sucharit.installation-key=/nowhere/key"))
                .startsWith("2 ");
        assertThat(command("verify-register", "a", "b")).startsWith("2 ");
    }

    private String otherKey() {
        return new org.sucharit.register.tree.SigningKey("sucharit/" + town.shortName + "/" + town.id, new byte[32])
                .verifier()
                .toString();
    }

    private String command(String... arguments) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> all = new ArrayList<>(List.of(arguments));
        if (all.stream().noneMatch(argument -> argument.startsWith("--sucharit.installation-key"))) {
            all.add("--sucharit.installation-key=target/test/installation.key");
        }
        all.add("--spring.datasource.url=" + url());
        int code = RegisterCommand.run(
                new PrintStream(said, true, StandardCharsets.UTF_8), Locale.ENGLISH, all.toArray(String[]::new));
        return code + " " + said.toString(StandardCharsets.UTF_8);
    }
}
