package org.sucharit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;
import org.sucharit.examination.CopyCommand;
import org.sucharit.register.audit.RegisterCommand;

/** Sucharit: complaints and whistle-blowing for Thai local administrative organisations. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Sucharit", sharedModules = "kernel")
public class SucharitApplication {

    public static void main(String[] args) {
        if (CopyCommand.isMeant(args)) {
            System.exit(CopyCommand.run(System.in, System.out, args));
        }
        if (RegisterCommand.isMeant(args)) {
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            System.exit(RegisterCommand.run(out, Locale.getDefault(), args));
        }
        SpringApplication.run(SucharitApplication.class, args);
    }
}
