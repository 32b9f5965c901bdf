package org.sucharit.signin;

import org.jspecify.annotations.Nullable;

/** Where one may be led after signing in. */
final class Addresses {

    private Addresses() {}

    static String desk(String org) {
        return "/" + org + "/desk";
    }

    /** Only ever an address of the same organisation's desk. */
    static String wanted(String org, @Nullable String to) {
        return to != null
                        && to.startsWith(desk(org) + "/")
                        && !to.contains("..")
                        && to.chars().noneMatch(Character::isISOControl)
                ? to
                : desk(org);
    }
}
