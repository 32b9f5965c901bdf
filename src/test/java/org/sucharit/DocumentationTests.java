package org.sucharit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule that names a test has that test. */
class DocumentationTests {

    private static final Path TESTS = Path.of("src/test/java/org/sucharit");

    /** A class, with its package below ours or without, and with a star for several. */
    private static final Pattern NAMED = Pattern.compile("`((?:[a-z]+\\.)*)([A-Z*][A-Za-z0-9*]*(?:Tests|Test)?|\\*)`");

    private static final Pattern REQUIREMENT = Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\|", Pattern.MULTILINE);

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/security.md"})
    void everyTestThatATableNamesIsThere(String document) throws IOException {
        Set<String> classes = classes();
        List<String> named = Files.readAllLines(Path.of(document)).stream()
                .filter(line -> line.startsWith("| ") && line.endsWith(" |"))
                .map(line -> line.substring(line.lastIndexOf(" | ")))
                .flatMap(cell -> NAMED.matcher(cell).results())
                .map(match -> match.group(1) + match.group(2))
                .filter(name -> name.endsWith("Tests") || name.endsWith("*"))
                .toList();
        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named.stream().filter(name -> classes.stream().noneMatch(known -> fits(name, known))))
                .as("tests that %s names and that are not there", document)
                .isEmpty();
    }

    /** A name without its package is one that stands behind another of the same package. */
    private static boolean fits(String name, String known) {
        String pattern = Stream.of(name.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[A-Za-z0-9.]*"));
        return known.matches(pattern) || known.matches("([a-z]+\\.)+" + pattern);
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.map(file -> TESTS.relativize(file).toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.substring(0, file.length() - 5).replace('/', '.'))
                    .collect(Collectors.toSet());
        }
    }

    /** The number of requirements of each chapter of ASVS 5.0.0 that the table must hold. */
    @Test
    void noRequirementOfTheChaptersIsPassedOver() throws IOException {
        Matcher found = REQUIREMENT.matcher(Files.readString(Path.of("docs/security.md")));
        List<String> all = found.results().map(match -> match.group(1)).toList();
        assertThat(all).doesNotHaveDuplicates();
        Map<String, Long> chapters = all.stream()
                .collect(Collectors.groupingBy(
                        number -> "V" + number.substring(0, number.indexOf('.')), TreeMap::new, Collectors.counting()));
        assertThat(chapters)
                .hasToString("{V1=30, V11=24, V14=13, V16=17, V2=13, V3=31, V4=16, V5=13, V6=47, V7=19, V8=13}");
    }
}
