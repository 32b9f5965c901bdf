package org.sucharit.document;

import org.jspecify.annotations.Nullable;

/**
 * Who signs.
 *
 * @param name with its title, as it stands in brackets under the signature
 * @param post the signer's own
 * @param acting for whom they act; null where they sign for themselves
 */
public record Signer(String name, String post, @Nullable Acting acting) {

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
}
