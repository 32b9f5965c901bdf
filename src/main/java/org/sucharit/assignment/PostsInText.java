package org.sucharit.assignment;

import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.PostKind;

/** A text in which posts are looked for, by {@code assignment/posts-in-text.properties}. */
final class PostsInText {

    private static final Properties PATTERNS = PostNames.load("posts-in-text");
    private static final Pattern SALUTATION = Pattern.compile(PATTERNS.getProperty("salutation"));

    private final String text;
    private final int begins;

    PostsInText(String text) {
        this.text = text;
        Matcher salutation = SALUTATION.matcher(text);
        this.begins = salutation.find() ? salutation.end() : -1;
    }

    /** Whether the holder's post stands in it, other than in the salutation at its beginning. */
    boolean post(Holder holder) {
        String pattern = pattern(holder);
        return pattern != null
                && Pattern.compile(pattern).matcher(text).results().anyMatch(found -> found.start() != begins);
    }

    private static @Nullable String pattern(Holder holder) {
        return holder.post().kind() == PostKind.DIVISION_HEAD
                ? PATTERNS.getProperty("head")
                        + Pattern.quote(holder.post().unit().nameTh())
                : PATTERNS.getProperty(holder.post().kind().name());
    }
}
