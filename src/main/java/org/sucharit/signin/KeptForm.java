package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * A form that was being sent when the session was locked. It waits in the officer's own page, not on the server.
 *
 * @param to where it was being sent, or where one wanted to go
 * @param files whether it had files, which cannot wait
 * @param sending whether there is such a form at all
 */
record KeptForm(@Nullable String to, List<Field> fields, boolean files, boolean sending) {

    /** One field of it. */
    record Field(String name, String value) {}

    private static final String KEPT = "kept.";
    private static final Set<String> NEVER_KEPT = Set.of("_csrf", "password", "present", "chosen", "again");

    /** What is typed there opens something, passwords and the codes of recovery sheets among it. */
    private static final List<String> NEVER_KEPT_FROM =
            List.of("/password", "/signins", "/recovery");

    /** Nothing but where one wanted to go. */
    static KeptForm none(@Nullable String to) {
        return new KeptForm(to, List.of(), false, false);
    }

    /** @return the page to go to instead, where nothing that is sent to this address may wait */
    static Optional<String> secret(String org, String address) {
        return NEVER_KEPT_FROM.stream()
                .map(page -> Addresses.desk(org) + page)
                .filter(page -> address.equals(page) || address.startsWith(page + "/"))
                .findFirst();
    }

    /** As it came in on a locked session. */
    static KeptForm caught(String address, HttpServletRequest request) {
        String type = request.getContentType();
        boolean files = type != null && type.startsWith("multipart/");
        return new KeptForm(
                address,
                request.getParameterMap().entrySet().stream()
                        .filter(field -> !NEVER_KEPT.contains(field.getKey()))
                        .flatMap(field -> Stream.of(field.getValue()).map(value -> new Field(field.getKey(), value)))
                        .toList(),
                files,
                true);
    }

    /** As it comes back with the page in which it waits. */
    static KeptForm waiting(MultiValueMap<String, String> sent) {
        return new KeptForm(
                sent.getFirst("to"),
                sent.entrySet().stream()
                        .filter(field -> field.getKey().startsWith(KEPT))
                        .flatMap(field -> field.getValue().stream()
                                .map(value -> new Field(field.getKey().substring(KEPT.length()), value)))
                        .toList(),
                sent.containsKey("files"),
                sent.containsKey("sending"));
    }

    void show(String org, Model model) {
        model.addAttribute("org", org);
        model.addAttribute("to", to);
        model.addAttribute("fields", fields);
        model.addAttribute("files", files);
        if (sending) {
            model.addAttribute("sending", true);
        }
    }

    /** The page from which it is sent with one press. */
    String again(String org, Model model) {
        show(org, model);
        model.addAttribute("to", Addresses.wanted(org, to));
        return "signin/kept";
    }
}
