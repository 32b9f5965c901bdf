package org.sucharit.casefile;

/**
 * A file in the clear, on its way into or out of a case.
 *
 * @param bytes at most 25 MB
 */
public record Upload(String name, String contentType, byte[] bytes) {

    public static final int LARGEST = 25 * 1024 * 1024;
}
