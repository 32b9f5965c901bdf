package org.sucharit.register;

import org.jspecify.annotations.Nullable;
import org.sucharit.register.tree.Checkpoint;
import org.sucharit.register.tree.InclusionProof;

/**
 * What is said of a leaf or a proof that somebody brings.
 *
 * @param leaf in hex
 * @param proof to keep, where there is one
 */
public record ProofResult(Code code, String leaf, @Nullable InclusionProof proof) {

    /** The texts stand in the message files under {@code register.result}. */
    public enum Code {
        /** The proof holds, and the register still is what it was then. */
        HOLDS("good"),
        /** The proof holds, and the register has since been changed. */
        HOLDS_AND_REGISTER_CHANGED("trouble"),
        DOES_NOT_HOLD("trouble"),
        NOT_COVERED("note");

        private final String tone;

        Code(String tone) {
            this.tone = tone;
        }

        public String tone() {
            return tone;
        }
    }

    public String proofText() {
        return proof == null ? "" : proof.text();
    }

    /** In leaves, of the checkpoint that the proof is of; 0 where there is none. */
    public long size() {
        return proof == null
                ? 0
                : Checkpoint.parse(proof.note()).map(Checkpoint::size).orElse(0L);
    }
}
