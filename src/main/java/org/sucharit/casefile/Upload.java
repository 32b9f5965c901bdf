package org.sucharit.casefile;

/**
 * A file in the clear, on its way into or out of a case.
 *
 * @param bytes as long as the memory allows; what people upload is held to {@link #LARGEST} where it comes in
 */
public record Upload(String name, String contentType, byte[] bytes) {

    /** What one person may upload as one file, in bytes. */
    public static final int LARGEST = 25 * 1024 * 1024;
}
