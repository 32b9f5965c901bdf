package org.sucharit.examination;

/**
 * What the other process made of a file.
 *
 * @param thumbnail a JPEG, or empty
 * @param cut whether the copy lacks pages of the file
 */
record Made(String type, byte[] copy, byte[] thumbnail, boolean cut) {}
