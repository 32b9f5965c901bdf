package org.sucharit.signing;

import org.jspecify.annotations.Nullable;
import org.sucharit.signing.Verification.Changed;
import org.sucharit.signing.Verification.NotSigned;
import org.sucharit.signing.Verification.Unreadable;
import org.sucharit.signing.Verification.Untrusted;
import org.sucharit.signing.Verification.Valid;

/**
 * A verification for the page.
 *
 * @param tone of the banner: good, trouble or note
 * @param code of its texts, {@code signing.result.<code>} and {@code signing.result.<code>.meaning}
 * @param valid the particulars of a signature that holds, else null
 * @param holder whom the certificate of an unknown signer names, else null
 */
public record VerifyResult(
        String tone,
        String code,
        @Nullable Valid valid,
        @Nullable String holder) {

    static VerifyResult of(Verification verification) {
        return switch (verification) {
            case NotSigned() -> new VerifyResult("note", "NOT_SIGNED", null, null);
            case Valid valid -> new VerifyResult("good", valid.byUs() ? "OURS" : "OTHERS", valid, null);
            case Changed(Verification.How how) -> new VerifyResult("trouble", how.name(), null, null);
            case Untrusted(String holder, Verification.Why why) ->
                new VerifyResult("trouble", why.name(), null, holder);
            case Unreadable(Verification.What what) -> new VerifyResult("note", what.name(), null, null);
        };
    }
}
