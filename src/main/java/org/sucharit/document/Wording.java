package org.sucharit.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fixed sentences of the papers, with places in braces for what differs. */
final class Wording {

    private static final String RESOURCE = "/documents/papers.properties";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Properties sentences;

    private Wording(Properties sentences) {
        this.sentences = sentences;
    }

    static Wording load() {
        try (InputStream in = Wording.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("No resource " + RESOURCE);
            }
            Properties sentences = new Properties();
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Wording(sentences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when no such sentence exists */
    String get(String key) {
        String sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalStateException("No sentence " + key);
        }
        return sentence;
    }

    /** @throws IllegalStateException when the sentence has a place that {@code values} does not fill */
    String get(String key, Map<String, String> values) {
        return PLACE.matcher(get(key)).replaceAll(place -> {
            String value = values.get(place.group(1));
            if (value == null) {
                throw new IllegalStateException("Nothing for {" + place.group(1) + "} of " + key);
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
