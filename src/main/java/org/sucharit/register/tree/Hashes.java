package org.sucharit.register.tree;

import java.util.Base64;
import java.util.Optional;

final class Hashes {

    static final int LENGTH = 32;

    private Hashes() {}

    static Optional<byte[]> parse(String base64) {
        return bytes(base64).filter(hash -> hash.length == LENGTH);
    }

    static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
