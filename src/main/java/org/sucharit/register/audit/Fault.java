package org.sucharit.register.audit;

/**
 * Something that is not as it was written.
 *
 * @param seq where in the register; for a row the register's end
 * @param what names it: an entry's number, a checkpoint's size, a row's table and key, a case
 */
public record Fault(Kind kind, long seq, String what) {

    /** What is wrong. The texts stand in the message files under {@code register.fault}. */
    public enum Kind {
        ENTRY_CHANGED,
        ENTRY_MISSING,
        ENTRY_ADDED,
        HEAD_CHANGED,
        CHECKPOINT_CHANGED,
        CHECKPOINT_MISSING,
        ROOT_DIFFERS,
        SIGNATURE_WRONG,
        KEY_DIFFERS,
        WITNESS_DIFFERS,
        ROW_CHANGED,
        ROW_MISSING,
        ROW_ADDED,
        PROCESS_MISSING
    }
}
