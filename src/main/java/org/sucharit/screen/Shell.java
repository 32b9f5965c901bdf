package org.sucharit.screen;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * What the head of the page says. Whoever finds out the organisation and who is signed in puts it on the request, where
 * every page and error page finds it as {@code shell}.
 *
 * @param organisation its full name in the reader's language
 * @param home the address of its public home page, such as {@code /kaohin}
 * @param officer who is signed in; null for the public
 */
public record Shell(
        String organisation, String home, @Nullable Officer officer) {

    /** @param post the post for which the officer acts now, and "acting" where it is so */
    public record Officer(String name, String post) {}

    public void on(HttpServletRequest request) {
        request.setAttribute("shell", this);
    }

    public String desk() {
        return home + "/desk";
    }

    public String signOut() {
        return home + "/signout";
    }
}
