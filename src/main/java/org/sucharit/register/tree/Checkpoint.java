package org.sucharit.register.tree;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What is said of a tree at one size (c2sp.org/tlog-checkpoint).
 *
 * @param origin names the log
 */
public record Checkpoint(String origin, long size, byte[] root) {

    /** The text that is signed, its last line break too. */
    public String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** Of a signed note or its text; the signatures are not looked at. */
    public static Optional<Checkpoint> parse(String note) {
        String[] lines = note.split("\n", 4);
        if (lines.length < 3 || !lines[1].matches("0|[1-9]\\d{0,17}")) {
            return Optional.empty();
        }
        return Hashes.parse(lines[2]).map(root -> new Checkpoint(lines[0], Long.parseLong(lines[1]), root));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Checkpoint(String o, long s, byte[] r)
                && origin.equals(o)
                && size == s
                && Arrays.equals(root, r);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(root);
    }
}
