package org.sucharit.signing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.Time;
import org.sucharit.signing.SignatureCheck.Intact;
import org.sucharit.signing.SignatureCheck.Timestamp;
import org.sucharit.signing.Verification.Changed;
import org.sucharit.signing.Verification.How;
import org.sucharit.signing.Verification.NotSigned;
import org.sucharit.signing.Verification.Unreadable;
import org.sucharit.signing.Verification.Untrusted;
import org.sucharit.signing.Verification.Valid;
import org.sucharit.signing.Verification.What;
import org.sucharit.signing.Verification.Why;

/**
 * Judges signatures in three steps, each on what the one before has shown: the bytes and their signature; whether the
 * signer is believed; and only then the file as a PDF, for its signed part is then the work of somebody who is.
 */
final class Verifier {

    static final int LARGEST = 25 * 1024 * 1024;
    private static final int HEAD = 1024;

    private final Trust trust;
    private final Time time;

    Verifier(Trust trust, Time time) {
        this.trust = trust;
        this.time = time;
    }

    Verification verify(String organisation, byte[] file) {
        if (file.length > LARGEST) {
            return new Unreadable(What.TOO_LARGE);
        }
        if (!new String(file, 0, Math.min(HEAD, file.length), ISO_8859_1).contains("%PDF-")) {
            return new Unreadable(What.NOT_PDF);
        }
        SignedRange.Found found = SignedRange.in(file);
        for (SignedRange range : found.ranges()) {
            switch (SignatureCheck.of(range)) {
                case SignatureCheck.FileTimestamp() -> {
                    // Whoever set it vouches for the time alone: the signature below it is judged.
                }
                case SignatureCheck.Unknown() -> {
                    return new Unreadable(What.UNKNOWN_SIGNATURE);
                }
                case SignatureCheck.Broken() -> {
                    return new Changed(How.ALTERED);
                }
                case SignatureCheck.Weak(X509Certificate signer) -> {
                    return new Untrusted(Certificates.holder(signer), Why.WEAK);
                }
                case Intact intact -> {
                    return intact(organisation, range, intact);
                }
            }
        }
        return found.any() ? new Changed(How.ALTERED) : new NotSigned();
    }

    private Verification intact(String organisation, SignedRange range, Intact intact) {
        Optional<Trust.Believed> believed = trust.in(intact.certificates());
        if (believed.isEmpty()) {
            return new Untrusted(Certificates.holder(intact.signer()), Why.UNKNOWN);
        }
        Optional<PDSignature> entry = entry(range);
        Optional<Instant> proven = proven(intact.timestamp());
        Optional<Instant> at =
                proven.or(() -> entry.map(PDSignature::getSignDate).map(Calendar::toInstant));
        if (!believed.get().validAt(at.orElse(time.now()))) {
            return new Untrusted(Certificates.holder(intact.signer()), Why.NOT_VALID_THEN);
        }
        Additions.Kind additions = Additions.after(range);
        if (additions == Additions.Kind.OTHER) {
            return new Changed(How.ADDED_TO);
        }
        return new Valid(
                entry.map(PDSignature::getName)
                        .filter(name -> !name.isBlank())
                        .orElse(Certificates.holder(intact.signer())),
                Certificates.organisation(intact.signer()),
                at.orElse(null),
                proven.isPresent(),
                level(intact, additions),
                range.coversWholeFile(),
                believed.get().isOf(organisation));
    }

    private Optional<Instant> proven(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp)
                .filter(one -> trust.in(one.certificates())
                        .filter(believed -> believed.validAt(one.at()))
                        .isPresent())
                .map(Timestamp::at);
    }

    private static Level level(Intact intact, Additions.Kind additions) {
        if (intact.timestamp() == null) {
            return Level.B;
        }
        return additions == Additions.Kind.VALIDATION_DATA ? Level.LT : Level.T;
    }

    /** What the signed file itself says of the signature; nothing where it cannot be read as a PDF, as where it is encrypted. */
    private static Optional<PDSignature> entry(SignedRange range) {
        byte[] signed = Arrays.copyOf(range.file(), range.end());
        try (PDDocument document = Loader.loadPDF(signed)) {
            return document.getSignatureDictionaries().stream()
                    .filter(one -> Arrays.equals(one.getByteRange(), range.numbers()))
                    .findFirst();
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return Optional.empty();
        }
    }
}
