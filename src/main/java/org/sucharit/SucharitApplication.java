package org.sucharit;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/** Sucharit: complaints and whistle-blowing for Thai local administrative organisations. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Sucharit", sharedModules = "kernel")
public class SucharitApplication {

    public static void main(String[] args) {
        SpringApplication.run(SucharitApplication.class, args);
    }
}
