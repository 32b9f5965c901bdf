package org.sucharit.register.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Hibernate tells of its rows by itself. A statement of our own that nobody tells of would look like an attack. */
class AnnouncedTests {

    private static final Path JAVA = Path.of("src/main/java");
    private static final Pattern WRITES =
            Pattern.compile("(?:insert into|update|delete from)\\s+([a-z_]+)\\s*(?:\\(|set|where|\")");
    private static final Pattern UPDATE = Pattern.compile("update\\s+[a-z_]+\\s+set\\s+(.*?)\\s+where", Pattern.DOTALL);
    private static final Pattern SET = Pattern.compile("([a-z_]+)\\s*=");
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
                Optional<Coverage.Kept> kept = Coverage.kept(table);
                if (kept.isPresent() && !kept.get().without().containsAll(columnsSet(code, writes.start()))) {
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

    /** The columns that an update sets; of any other statement one that no table lets change. */
    private static Set<String> columnsSet(String code, int start) {
        Matcher update = UPDATE.matcher(code).region(start, code.length());
        return update.lookingAt()
                ? SET.matcher(update.group(1))
                        .results()
                        .map(set -> set.group(1))
                        .collect(Collectors.toSet())
                : Set.of("*");
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
