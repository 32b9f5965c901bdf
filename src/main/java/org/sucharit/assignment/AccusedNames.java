package org.sucharit.assignment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Content;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;

/**
 * Finds the organisation's people in what a reporter wrote of the accused: chosen from the list, by name, or by post
 * alone ("the mayor"). Finding too many keeps one person too many out; finding too few betrays the reporter.
 */
@Component
class AccusedNames {

    /** A shorter text fits too many posts to mean one. */
    private static final int SHORTEST_POST = 4;

    private final People people;
    private final Properties abbreviations;

    AccusedNames(People people) {
        this.people = people;
        this.abbreviations = load();
    }

    Set<PersonId> matching(Content.Accused accused, List<Holder> inPost) {
        Set<PersonId> found = new HashSet<>();
        if (accused.personId() != null) {
            found.add(accused.personId());
        }
        if (accused.name() != null) {
            found.addAll(people.namesakes(accused.name()));
            // "the mayor" is often written where the name is asked for
            found.addAll(byPost(accused.name(), inPost));
        }
        found.addAll(byPost(accused.position(), inPost));
        return found;
    }

    private Set<PersonId> byPost(@Nullable String text, List<Holder> inPost) {
        Set<PersonId> found = new HashSet<>();
        String post = text == null ? "" : plain(text);
        if (post.length() < SHORTEST_POST) {
            return found;
        }
        for (Holder holder : inPost) {
            String thai = plain(holder.post().titleTh());
            String english = plain(holder.post().titleEn());
            if (fits(post, thai) || fits(post, english)) {
                found.add(holder.person().id());
            }
        }
        return found;
    }

    private static boolean fits(String written, String title) {
        return title.length() >= SHORTEST_POST && (title.startsWith(written) || written.startsWith(title));
    }

    /** Without spaces and case, abbreviations written out. */
    private String plain(String text) {
        String plain = text.replaceAll("[\\s\\u200b]", "").toLowerCase(Locale.ROOT);
        for (String abbreviation : abbreviations.stringPropertyNames()) {
            plain = plain.replace(abbreviation, abbreviations.getProperty(abbreviation));
        }
        return plain;
    }

    private static Properties load() {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("assignment/post-abbreviations.properties").getInputStream(),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
