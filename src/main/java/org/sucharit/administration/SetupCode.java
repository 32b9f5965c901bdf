package org.sucharit.administration;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.sucharit.organisation.Organisations;

/**
 * The code that proves, at the first run, that whoever sets the installation up is the one who can read its log: a
 * stranger on the network must not be first. It holds once, and only until the installation is stopped.
 */
@Component
class SetupCode {

    private static final Logger log = LoggerFactory.getLogger(SetupCode.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** 20 digits of base 32: 100 bits. */
    private static final int DIGITS = 20;

    private final Organisations organisations;
    private @Nullable String code;

    SetupCode(Organisations organisations) {
        this.organisations = organisations;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (organisations.all().isEmpty()) {
            log.info("There is no organisation yet. Set the first one up at /setup with this code: {}", issue());
        }
    }

    /** Makes a new code; the one before holds no more. */
    synchronized String issue() {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < DIGITS; i++) {
            digits.append(i > 0 && i % 4 == 0 ? "-" : "").append(Integer.toString(RANDOM.nextInt(32), 32));
        }
        code = digits.toString();
        return digits.toString();
    }

    synchronized boolean holds(String typed) {
        return code != null && MessageDigest.isEqual(bytes(code), bytes(typed));
    }

    synchronized void spend() {
        code = null;
    }

    private static byte[] bytes(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
    }
}
