package org.sucharit.document;

/**
 * How a paper is laid out around its text (ระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ พ.ศ. 2526: form 2 the memo, form 1
 * the letter, form 4 the order).
 */
public enum Form {
    MEMO,
    LETTER,
    ORDER,
    /** A half-page slip that a complainant takes home. */
    SLIP,
    /** What lies on top of a bundle of papers. */
    LIST,
    /** A sheet with a secret that stands nowhere else. */
    SHEET
}
