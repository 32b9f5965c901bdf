package org.sucharit.casefile;

/**
 * A file in the clear, on its way into or out of a case.
 *
 * @param bytes as long as the memory allows; what people upload is held to {@link #LARGEST} where it comes in
 * @param tellsReporter whether it shows who reported, and so belongs into the envelope that holds that
 */
public record Upload(String name, String contentType, byte[] bytes, boolean tellsReporter) {

    /** What one person may upload as one file, in bytes. */
    public static final int LARGEST = 25 * 1024 * 1024;

    /** One that does not tell who reported. */
    public Upload(String name, String contentType, byte[] bytes) {
        this(name, contentType, bytes, false);
    }
}
