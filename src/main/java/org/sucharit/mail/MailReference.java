package org.sucharit.mail;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leads an answer back to what it answers, and tells whoever reads it nothing: 100 random bits, of which a mail program
 * sends at least one back. It stands in the Message-ID, and so in the answer's In-Reply-To and References; in the
 * subject; and, where the mail server understands tagged addresses (RFC 5233), in the address of the answer.
 *
 * @param token twenty letters and digits of Base32 (RFC 4648), in lower case
 */
public record MailReference(String token) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int LENGTH = 20;
    private static final Pattern TOKEN = Pattern.compile("[a-z2-7]{20}");
    private static final Pattern IN_MESSAGE_ID = Pattern.compile("<([a-z2-7]{20})@");
    private static final Pattern IN_ADDRESS = Pattern.compile("\\+([a-z2-7]{20})@");
    private static final Pattern IN_SUBJECT = Pattern.compile("\\[([a-z2-7]{4}(?:-[a-z2-7]{4}){4})]");

    /** How many one message may name: who guesses needs as many messages as guesses. */
    private static final int MOST = 8;

    public MailReference {
        if (!TOKEN.matcher(token).matches()) {
            throw new IllegalArgumentException("Not a reference");
        }
    }

    public static MailReference create() {
        StringBuilder token = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            token.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new MailReference(token.toString());
    }

    /** As it stands at the end of a subject. */
    String tag() {
        StringBuilder tag = new StringBuilder("[");
        for (int i = 0; i < LENGTH; i += 4) {
            tag.append(i == 0 ? "" : "-").append(token, i, i + 4);
        }
        return tag.append(']').toString();
    }

    /** {@code desk+token@host} for {@code desk@host}. */
    String tagged(String address) {
        int at = address.lastIndexOf('@');
        return address.substring(0, at) + '+' + token + address.substring(at);
    }

    /** Those named in any of the texts, each of which is a header's value or a whole header block. */
    static List<MailReference> in(List<String> texts) {
        Set<MailReference> found = new LinkedHashSet<>();
        for (String text : texts) {
            String lower = text.toLowerCase(Locale.ROOT);
            for (Pattern place : List.of(IN_ADDRESS, IN_MESSAGE_ID, IN_SUBJECT)) {
                Matcher matcher = place.matcher(lower);
                while (found.size() < MOST && matcher.find()) {
                    found.add(new MailReference(matcher.group(1).replace("-", "")));
                }
            }
        }
        return new ArrayList<>(found);
    }

    /** Without the token, which lets write to a case. */
    @Override
    public String toString() {
        return "MailReference";
    }
}
