package org.sucharit.mail;

import jakarta.mail.internet.InternetAddress;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what a person wrote from what a program sent by itself, by every sign that programs are known to give. */
final class MailSort {

    /** A header's first value. */
    @FunctionalInterface
    interface Headers {
        @Nullable
        String get(String name);
    }

    private static final Pattern BOUNCING =
            Pattern.compile("(mailer-daemon|mail-daemon|postmaster|double-bounce|bounces?|bounce[+-].*)@.*");
    private static final Pattern UNANSWERED = Pattern.compile("(no-?_?reply|do-?_?not-?_?reply|donotreply)[+@-].*");
    private static final Pattern BULK = Pattern.compile("bulk|junk|list|auto_reply");
    private static final List<String> OF_LISTS =
            List.of("List-Id", "List-Unsubscribe", "List-Post", "Mailing-List", "X-Mailing-List", "Feedback-ID");
    private static final List<String> OF_PROGRAMS = List.of(
            "X-Autoreply", "X-Autorespond", "X-Auto-Response-Suppress", "X-Vacation", "X-Loop", "X-AutoReply-From");
    private static final Pattern SUBJECT_OF_PROGRAMS =
            Pattern.compile("(auto(matic)?[ -]?(reply|response)|autosvar|out of (the )?office)\\b");

    private MailSort() {}

    static IncomingMail.Sort of(Headers headers, @Nullable InternetAddress from) {
        String sender = from == null || from.getAddress() == null
                ? ""
                : from.getAddress().toLowerCase(Locale.ROOT);
        String type = lower(headers, "Content-Type");
        if (type.startsWith("multipart/report")
                || nobody(headers)
                || BOUNCING.matcher(sender).matches()
                || headers.get("X-Failed-Recipients") != null) {
            // An absence notice too may come from nobody; it says of itself that it is a reply.
            return lower(headers, "Auto-Submitted").startsWith("auto-replied") && !type.startsWith("multipart/report")
                    ? IncomingMail.Sort.AUTOMATIC
                    : IncomingMail.Sort.BOUNCE;
        }
        String declared = lower(headers, "Auto-Submitted");
        boolean automatic = (!declared.isEmpty() && !declared.startsWith("no"))
                || BULK.matcher(lower(headers, "Precedence")).matches()
                || UNANSWERED.matcher(sender).matches()
                || SUBJECT_OF_PROGRAMS.matcher(lower(headers, "Subject")).lookingAt()
                || given(headers, OF_LISTS)
                || given(headers, OF_PROGRAMS);
        return automatic ? IncomingMail.Sort.AUTOMATIC : IncomingMail.Sort.PERSON;
    }

    /** RFC 5321, 4.5.5: what comes from nobody is a report. */
    private static boolean nobody(Headers headers) {
        return lower(headers, "Return-Path").replaceAll("\\s", "").equals("<>");
    }

    private static boolean given(Headers headers, List<String> names) {
        return names.stream().anyMatch(name -> headers.get(name) != null);
    }

    private static String lower(Headers headers, String name) {
        String value = headers.get(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
