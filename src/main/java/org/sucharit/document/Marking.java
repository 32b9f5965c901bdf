package org.sucharit.document;

/**
 * How secret a paper is and which copy of it this is (ระเบียบว่าด้วยการรักษาความลับของทางราชการ พ.ศ. 2544).
 *
 * @param classification the word at the top and bottom of every page; empty for an open paper
 * @param copy from 1
 * @param copies how many there are
 */
public record Marking(String classification, int copy, int copies) {

    public static final Marking OPEN = new Marking("", 1, 1);

    public Marking {
        if (copy < 1 || copies < copy) {
            throw new IllegalArgumentException("Copy " + copy + " of " + copies);
        }
    }

    public static Marking confidential(int copy, int copies) {
        return new Marking("ลับ", copy, copies);
    }

    boolean isOpen() {
        return classification.isEmpty();
    }
}
