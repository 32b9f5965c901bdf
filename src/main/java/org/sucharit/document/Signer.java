package org.sucharit.document;

import org.jspecify.annotations.Nullable;

/**
 * Who signs.
 *
 * @param name with its title, as it stands in brackets under the signature
 * @param post the signer's own
 * @param acting for whom they act; null where they sign for themselves
 * @param role in what they sign for, as "ประธานกรรมการ"; empty for none
 * @param machine whether nobody signs: the paper then says what issued it, and has no line to sign on
 */
public record Signer(String name, String post, @Nullable Acting acting, String role, boolean machine) {

    /**
     * An acting officer's authority (รักษาราชการแทน).
     *
     * @param post the post that is filled
     * @param order the order that says so, as "123/2569"; may be empty
     */
    public record Acting(String post, String order) {}

    public Signer(String name, String post) {
        this(name, post, null);
    }

    public Signer(String name, String post, @Nullable Acting acting) {
        this(name, post, acting, "", false);
    }

    /** What issues papers by itself, as the clock. */
    public static Signer machine(String name) {
        return new Signer(name, "", null, "", true);
    }

    /** The same person in a committee. */
    public Signer as(String newRole) {
        return new Signer(name, post, acting, newRole, machine);
    }
}
