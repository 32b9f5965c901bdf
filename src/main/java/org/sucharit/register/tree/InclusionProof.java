package org.sucharit.register.tree;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * That a leaf is in the tree of a checkpoint, in a form that needs nobody to be asked (c2sp.org/tlog-proof).
 *
 * @param note the signed checkpoint
 */
public record InclusionProof(long index, List<byte[]> path, String note) {

    private static final String FORMAT = "c2sp.org/tlog-proof@v1";

    public String text() {
        StringBuilder text = new StringBuilder(FORMAT + "\nindex " + index + "\n");
        path.forEach(
                hash -> text.append(Base64.getEncoder().encodeToString(hash)).append('\n'));
        return text.append('\n').append(note).toString();
    }

    /** Nothing where the text is no such proof. Extra data are passed over. */
    public static Optional<InclusionProof> parse(String text) {
        int end = text.indexOf("\n\n");
        if (end < 0) {
            return Optional.empty();
        }
        List<String> lines = new ArrayList<>(List.of(text.substring(0, end).split("\n")));
        if (!lines.removeFirst().equals(FORMAT)) {
            return Optional.empty();
        }
        if (!lines.isEmpty() && lines.getFirst().startsWith("extra ")) {
            lines.removeFirst();
        }
        if (lines.isEmpty() || !lines.getFirst().matches("index (0|[1-9]\\d{0,17})") || lines.size() > 64) {
            return Optional.empty();
        }
        long index = Long.parseLong(lines.removeFirst().substring("index ".length()));
        List<byte[]> path =
                lines.stream().flatMap(line -> Hashes.parse(line).stream()).toList();
        return path.size() == lines.size()
                ? Optional.of(new InclusionProof(index, path, text.substring(end + 2)))
                : Optional.empty();
    }

    /** Whether the leaf is where the proof says, in a checkpoint of that log, signed by that key. */
    public boolean holds(byte[] leaf, VerifierKey key) {
        return key.signed(note)
                && Checkpoint.parse(note)
                        .filter(checkpoint -> checkpoint.origin().equals(key.name()))
                        .filter(checkpoint -> Tree.includes(leaf, index, checkpoint.size(), path, checkpoint.root()))
                        .isPresent();
    }
}
