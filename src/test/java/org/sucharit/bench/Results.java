package org.sucharit.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.json.JsonMapper;

/** What was measured so far in this run: a table on the console and {@code target/bench/results.json}. */
final class Results {

    static final Path FOLDER = Path.of("target", "bench");
    private static final List<Map<String, Object>> ALL = new CopyOnWriteArrayList<>();

    private Results() {}

    static void rate(String database, String what, Load.Rate rate) {
        Map<String, Object> result = result(database, what);
        result.put("clients", rate.clients());
        result.put("perSecond", round(rate.perSecond()));
        result.put("p50Millis", round(rate.p50Millis()));
        result.put("p95Millis", round(rate.p95Millis()));
        result.put("cpuMillis", round(rate.cpuMillis()));
        result.put("failures", rate.failures());
        ALL.add(result);
    }

    static void value(String database, String what, String unit, double value) {
        Map<String, Object> result = result(database, what);
        result.put(unit, round(value));
        ALL.add(result);
    }

    /** Writes both, with everything measured since the JVM began. */
    static void tell() throws IOException {
        Files.createDirectories(FOLDER);
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("java", System.getProperty("java.version"));
        file.put("processors", Runtime.getRuntime().availableProcessors());
        file.put("results", ALL);
        Files.writeString(
                FOLDER.resolve("results.json"),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(file));
        StringBuilder table = new StringBuilder();
        for (Map<String, Object> result : ALL) {
            table.append(String.format(Locale.ROOT, "%-26s %-34s", result.get("database"), result.get("what")));
            result.forEach((name, value) -> {
                if (value instanceof Number) {
                    table.append(String.format(Locale.ROOT, "  %s %s", name, value));
                }
            });
            table.append('\n');
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println("\n" + table);
    }

    private static Map<String, Object> result(String database, String what) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("database", database);
        result.put("what", what);
        return result;
    }

    private static double round(double value) {
        return Math.round(value * 100) / 100.0;
    }
}
