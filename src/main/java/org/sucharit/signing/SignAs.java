package org.sucharit.signing;

import java.time.Instant;

/**
 * In whose name the organisation's key signs; all of it can be read in the signed file by whoever has the file.
 *
 * @param name the person, with title
 * @param post as it stands under their signature
 * @param reason what signing means, such as an approval; may be empty
 * @param at the time of signing, to the second
 */
public record SignAs(String name, String post, String reason, Instant at) {

    /** The person and their post, as signature panels show it. */
    String signer() {
        return post.isBlank() ? name : name + ", " + post;
    }
}
