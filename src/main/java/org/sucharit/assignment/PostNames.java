package org.sucharit.assignment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.sucharit.assignment.likeness.Likeness;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.PostKind;

/**
 * Which post is meant by what people call it: its title in Thai or English, in full, abbreviated, or with the name of
 * the organisation after it; what the post is commonly called; "the head of" its unit; and whoever acts in it.
 */
final class PostNames {

    /** A shorter text fits too many posts to mean one. */
    private static final int SHORTEST = 4;

    /** A shorter title may be the beginning of a name. */
    private static final int SHORTEST_TITLE = 8;

    private static final Pattern NOT_WRITTEN = Pattern.compile("[\\s\\u200b'’.,()/-]");

    private static final List<PostKind> HEADS = List.of(
            PostKind.DIVISION_HEAD, PostKind.OFFICE_HEAD, PostKind.PERSONNEL_HEAD, PostKind.CHIEF_ADMINISTRATOR);

    private static final Map<String, String> ABBREVIATIONS = abbreviations();
    private static final Map<PostKind, Set<String>> CALLED = called();
    private static final Properties WORDS = load("post-words");
    private static final Pattern ACTING = Pattern.compile(WORDS.getProperty("acting"));
    private static final Pattern HEAD_OF = Pattern.compile(WORDS.getProperty("head"));
    private static final Pattern DUTY = Pattern.compile(WORDS.getProperty("duty"));
    private static final Pattern AFTER_NAME = Pattern.compile(WORDS.getProperty("after"));

    private PostNames() {}

    /**
     * @param written where the post was asked for, or the name
     * @param unit as written; null where it was not
     * @param place the organisation's name in Thai
     */
    static Optional<Likeness> like(@Nullable String written, @Nullable String unit, Holder holder, String place) {
        String whole = plain(written);
        boolean acting = ACTING.matcher(whole).find();
        String post = ACTING.matcher(whole).replaceFirst("");
        if (post.isEmpty() || acting && !holder.acting() && !holder.serving()) {
            return Optional.empty();
        }
        String inUnit = post + plain(unit);
        if (isTitle(post, holder, place) || isTitle(inUnit, holder, place)) {
            return Optional.of(Likeness.POST);
        }
        boolean alike = fits(post, plain(holder.post().titleTh()))
                || fits(post, plain(holder.post().titleEn()))
                || isHead(post, holder)
                || isHead(inUnit, holder)
                || isOnDuty(post, holder);
        return alike ? Optional.of(Likeness.POST_ALIKE) : Optional.empty();
    }

    /** Whether the post or the unit that was written is the holder's. */
    static boolean same(@Nullable String post, @Nullable String unit, Holder holder, String place) {
        return like(post, unit, holder, place).isPresent()
                || isUnit(plain(unit), holder)
                || isUnit(plain(post), holder);
    }

    private static boolean isTitle(String post, Holder holder, String place) {
        Set<String> names = new HashSet<>(CALLED.getOrDefault(holder.post().kind(), Set.of()));
        names.add(plain(holder.post().titleTh()));
        names.add(plain(holder.post().titleEn()));
        names.remove("");
        return names.stream().anyMatch(name -> post.equals(name) || isOfThisPlace(post, name, plain(place)));
    }

    /** "นายก อบต.เขาหิน": the title and the rest of the organisation's name. */
    private static boolean isOfThisPlace(String post, String title, String place) {
        return post.startsWith(title)
                && post.length() > title.length()
                && (place.endsWith(post.substring(title.length())) && post.length() - title.length() >= SHORTEST);
    }

    private static boolean fits(String written, String title) {
        return written.length() >= SHORTEST && title.startsWith(written)
                || title.length() >= SHORTEST_TITLE && written.startsWith(title);
    }

    /** "The clerk who takes complaints": by what somebody does. */
    private static boolean isOnDuty(String post, Holder holder) {
        return DUTY.matcher(post)
                .results()
                .anyMatch(duty -> holder.post().kind() == PostKind.INTAKE_CLERK
                        || plain(holder.post().titleTh()).contains(duty.group()));
    }

    /** Whether what follows a given name, without spaces, is no surname but what somebody does. */
    static boolean followName(String text) {
        return AFTER_NAME.matcher(text).find();
    }

    private static boolean isHead(String post, Holder holder) {
        return HEADS.contains(holder.post().kind())
                && HEAD_OF.matcher(post).find()
                && isUnit(HEAD_OF.matcher(post).replaceFirst(""), holder);
    }

    private static boolean isUnit(String unit, Holder holder) {
        return unit.length() >= SHORTEST
                && (unit.equals(plain(holder.post().unit().nameTh()))
                        || unit.equals(plain(holder.post().unit().nameEn())));
    }

    /** Abbreviations written out; then without spaces, signs and case. */
    private static String plain(@Nullable String text) {
        String plain = text == null ? "" : text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> abbreviation : ABBREVIATIONS.entrySet()) {
            if (!plain.contains(abbreviation.getValue())) {
                plain = plain.replace(abbreviation.getKey(), abbreviation.getValue());
            }
        }
        return NOT_WRITTEN.matcher(plain).replaceAll("");
    }

    private static Map<String, String> abbreviations() {
        Properties properties = load("post-abbreviations");
        Map<String, String> longestFirst = new LinkedHashMap<>();
        List<String> names = new ArrayList<>(properties.stringPropertyNames());
        names.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        names.forEach(name -> longestFirst.put(name, properties.getProperty(name)));
        return longestFirst;
    }

    private static Map<PostKind, Set<String>> called() {
        Properties properties = load("post-names");
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(
                        PostKind::valueOf,
                        kind -> Arrays.stream(properties.getProperty(kind).split(","))
                                .map(PostNames::plain)
                                .collect(Collectors.toSet())));
    }

    static Properties load(String table) {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("assignment/" + table + ".properties").getInputStream(),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
