package org.sucharit.mail;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/**
 * Strips the markup from HTML so that a person can read what is left. The result is text, not safe HTML: whoever
 * shows it escapes it. Takes time in proportion to its input, whatever that holds.
 */
final class HtmlText {

    private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "template", "noscript");
    private static final Set<String> BREAKING = Set.of(
            "address",
            "article",
            "blockquote",
            "br",
            "dd",
            "div",
            "dl",
            "dt",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "hr",
            "li",
            "ol",
            "p",
            "pre",
            "section",
            "table",
            "tr",
            "ul");
    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00A0]++");

    private final String html;
    private final String lower;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> neverClosed = new HashSet<>();

    private HtmlText(String html) {
        this.html = html;
        String folded = html.toLowerCase(Locale.ROOT);
        // A few letters grow in lower case and would shift the places; then only lower-case tags are understood.
        this.lower = folded.length() == html.length() ? folded : html;
    }

    static String strip(String html) {
        return new HtmlText(html).strip();
    }

    private String strip() {
        int at = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            int end = open < 0 ? html.length() : open;
            // Line breaks in HTML are spaces; those of the text come from its tags.
            text.append(HtmlUtils.htmlUnescape(
                    html.substring(at, end).replace('\r', ' ').replace('\n', ' ')));
            at = open < 0 ? html.length() : afterMarkup(open);
        }
        return tidy(text.toString());
    }

    private int afterMarkup(int open) {
        if (lower.startsWith("<!--", open)) {
            return after(lower, "-->", open + 4);
        }
        boolean endTag = lower.startsWith("</", open);
        int nameStart = endTag ? open + 2 : open + 1;
        int nameEnd = nameStart;
        while (nameEnd < lower.length() && Character.isLetterOrDigit(lower.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = lower.substring(nameStart, nameEnd);
        if (name.isEmpty() && !lower.startsWith("<!", open) && !lower.startsWith("<?", open)) {
            text.append('<'); // a bare sign, not a tag
            return open + 1;
        }
        if (BREAKING.contains(name)) {
            text.append('\n');
        } else if (name.equals("td") || name.equals("th")) {
            text.append(' ');
        }
        int end = after(lower, ">", nameEnd);
        return SILENT.contains(name) && !endTag ? afterElement(name, end) : end;
    }

    /** The place after the element's end tag; where it has none, its content is shown rather than lost. */
    private int afterElement(String name, int from) {
        int close = neverClosed.contains(name) ? -1 : lower.indexOf("</" + name, from);
        if (close < 0) {
            neverClosed.add(name);
            return from;
        }
        return after(lower, ">", close);
    }

    private static int after(String html, String what, int from) {
        int found = html.indexOf(what, from);
        return found < 0 ? html.length() : found + what.length();
    }

    private static String tidy(String text) {
        StringBuilder tidy = new StringBuilder();
        int blank = 0;
        for (String line : SPACES.matcher(text).replaceAll(" ").split("\n", -1)) {
            String stripped = line.strip();
            blank = stripped.isEmpty() ? blank + 1 : 0;
            if (blank < 2) {
                tidy.append(stripped).append('\n');
            }
        }
        return tidy.toString().strip();
    }
}
