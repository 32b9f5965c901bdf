package org.sucharit.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFilesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path JAVA = Path.of("src/main/java");
    private static final Pattern LINE_WITH_THAI = Pattern.compile("(.*[\\u0E00-\\u0E7F].*)");

    /** Official papers are in Thai in every language of the screen; names and channels are data in Thai. */
    private static final List<Path> THAI_WHOEVER_READS = Stream.of(
                    "document", "organisation/PersonName.java", "organisation/ChannelKind.java")
            .map(JAVA.resolve("org/sucharit")::resolve)
            .toList();

    /** Whole keys; one that ends in a dot is completed when the page is made. */
    private static final Pattern KEY_IN_TEMPLATE =
            Pattern.compile("(?:#\\{|#messages\\.msg\\(')([\\w.-]*\\w)(?=[}('])");

    private static final Pattern PROBLEM_IN_JAVA = Pattern.compile(
            "(?:Problem\\.conflict\\(|Problem\\.of\\(\\s*[\\w.]+,|Problem\\.invalid\\(\\s*[^,;]+?,|Field\\.of\\(\\s*[^,;]+?,|\\.require\\([^;]*?,\\s*\"[\\w.]+\",)\\s*\"([\\w.]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)");

    @Test
    void haveTheSameKeysInBothLanguages() throws IOException {
        assertThat(keys("th")).isEqualTo(keys("en"));
    }

    @Test
    void leaveNothingBlankAndUseTheSameArguments() throws IOException {
        Properties thai = messages("th");
        Properties english = messages("en");
        assertThat(thai.stringPropertyNames()).allSatisfy(key -> {
            assertThat(thai.getProperty(key)).as(key).isNotBlank();
            assertThat(english.getProperty(key)).as(key).isNotBlank();
            assertThat(found(ARGUMENT, thai.getProperty(key)))
                    .as(key)
                    .isEqualTo(found(ARGUMENT, english.getProperty(key)));
        });
    }

    /** A message with arguments goes through MessageFormat, where a single apostrophe swallows what follows. */
    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void doubleTheApostropheWhereThereAreArguments(String language) throws IOException {
        Properties messages = messages(language);
        assertThat(messages.stringPropertyNames().stream()
                        .filter(key ->
                                ARGUMENT.matcher(messages.getProperty(key)).find())
                        .filter(key ->
                                messages.getProperty(key).replace("''", "").contains("'")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"th", "en"})
    void sayEachThingOnce(String language) throws IOException {
        List<String> keys = new ArrayList<>();
        for (Path bundle : bundles(language)) {
            Files.readAllLines(bundle).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, line.indexOf('=')))
                    .forEach(keys::add);
        }
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void holdEveryKeyThatATemplateUses() throws IOException {
        Set<String> used = inAll(RESOURCES.resolve("templates"), ".html", KEY_IN_TEMPLATE);
        assertThat(used).isNotEmpty();
        assertThat(keys("en")).containsAll(used);
    }

    @Test
    void holdATextForEveryProblem() throws IOException {
        Set<String> used = inAll(JAVA, ".java", PROBLEM_IN_JAVA).stream()
                .map("problem."::concat)
                .collect(Collectors.toSet());
        assertThat(used).contains("problem.date.invalid", "problem.upload.tooLarge");
        assertThat(keys("en")).containsAll(used);
    }

    @Test
    void keepThaiOutOfTemplatesAndCode() throws IOException {
        assertThat(inAll(RESOURCES.resolve("templates"), ".html", LINE_WITH_THAI))
                .isEmpty();
        assertThat(inAll(
                        JAVA,
                        ".java",
                        LINE_WITH_THAI,
                        file -> THAI_WHOEVER_READS.stream().noneMatch(file::startsWith)))
                .isEmpty();
    }

    /** The content security policy lets neither script nor style stand in the page. */
    @Test
    void keepScriptAndStyleOutOfTemplates() throws IOException {
        assertThat(inAll(
                        RESOURCES.resolve("templates"),
                        ".html",
                        Pattern.compile("(<style|<script>|\\s(?:th:)?style=|\\s(?:th:)?on[a-z]+=\")")))
                .isEmpty();
    }

    private static Set<String> inAll(Path folder, String ending, Pattern pattern) throws IOException {
        return inAll(folder, ending, pattern, file -> true);
    }

    private static Set<String> inAll(Path folder, String ending, Pattern pattern, Predicate<Path> wanted)
            throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(wanted)
                    .map(MessageFilesTests::withoutComments)
                    .flatMap(text -> found(pattern, text).stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String withoutComments(Path file) {
        try {
            return Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Set<String> keys(String language) throws IOException {
        return new TreeSet<>(messages(language).stringPropertyNames());
    }

    /** All bundles of a language together: the shell's own, and one for each area under messages/. */
    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        for (Path file : bundles(language)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                Properties bundle = new Properties();
                bundle.load(reader);
                messages.putAll(bundle);
            }
        }
        return messages;
    }

    private static List<Path> bundles(String language) throws IOException {
        String ending = "_" + language + ".properties";
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
