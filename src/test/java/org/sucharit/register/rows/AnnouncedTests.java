package org.sucharit.register.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hibernate tells of its rows by itself. A statement of our own that nobody tells of would look like an attack. */
class AnnouncedTests {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Pattern WRITES =
            Pattern.compile("(?:insert into|update|delete from)\\s+([a-z_]+)\\s*(?:\\(|set|where|\")");
    private static final Pattern BULK =
            Pattern.compile("@Modifying[^;]*?\"+\\s*(?:update|delete)[^;]*;", Pattern.DOTALL);

    @Test
    void whoeverWritesAKeptTableBySqlSaysSo() throws IOException {
        List<String> silent = new ArrayList<>();
        int found = 0;
        for (Path file : sources()) {
            String code = Files.readString(file);
            Matcher writes = WRITES.matcher(code);
            while (writes.find()) {
                String table = writes.group(1);
                if (Coverage.kept(table).isPresent()) {
                    found++;
                    if (!code.contains(".changed(\"" + table + "\"")) {
                        silent.add(file + " writes " + table);
                    }
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(found).isGreaterThan(5);
    }

    /** The one there is writes columns that are not kept. */
    @Test
    void noBulkStatementPassesHibernateBy() throws IOException {
        List<String> bulk = new ArrayList<>();
        for (Path file : sources()) {
            Matcher statement = BULK.matcher(Files.readString(file));
            while (statement.find()) {
                bulk.add(statement.group().replaceAll("\\s+", " "));
            }
        }
        assertThat(bulk).singleElement().asString().contains("update SecondFactor f set f.lastStep = :step, f.usedAt");
    }

    /** Without migrations, which run before there is a register to tell. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(JAVA)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.getFileName().toString().matches("V\\d.*"))
                    .toList();
        }
    }
}
