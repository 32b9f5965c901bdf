package org.sucharit.vault;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Wraps keys in no time, for the tests make people by the dozen; nothing in the program can be set so. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickPasswords {

    private static final int LEAST_KIB = 8; // RFC 9106, 3.1

    @Bean
    @Primary
    Passwords quickPasswords() {
        return new Passwords(LEAST_KIB, 1);
    }
}
