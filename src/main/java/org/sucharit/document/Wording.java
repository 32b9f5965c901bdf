package org.sucharit.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fixed sentences of the papers, with places in braces for what differs. */
final class Wording {

    private static final String RESOURCE = "/documents/papers.properties";
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private final Map<String, String> sentences;

    private Wording(Map<String, String> sentences) {
        this.sentences = sentences;
    }

    static Wording load() {
        return new Wording(resource(RESOURCE));
    }

    /** A properties file of the product, in its order of names. */
    static Map<String, String> resource(String name) {
        try {
            Properties sentences = new Properties();
            sentences.load(new StringReader(text(name)));
            Map<String, String> all = new TreeMap<>();
            sentences.stringPropertyNames().forEach(key -> all.put(key, sentences.getProperty(key)));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text of the product, in UTF-8. */
    static String text(String name) {
        try (InputStream in = Wording.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("No resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException when no such sentence exists */
    String get(String key) {
        String sentence = sentences.get(key);
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
