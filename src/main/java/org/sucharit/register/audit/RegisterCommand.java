package org.sucharit.register.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.register.RegisterKeys;
import org.sucharit.register.tree.Checkpoint;
import org.sucharit.register.tree.VerifierKey;

/**
 * {@code verify-register} and {@code export-register}, which run without web server and process engine and write
 * nothing to the database. What is found is said in the language of the locale, Thai or English.
 */
public final class RegisterCommand {

    private static final String VERIFY = "verify-register";
    private static final String EXPORT = "export-register";

    /** What a check of a database needs, and no more. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class
    })
    @Import({InstallationKey.class, RegisterKeys.class, Inspection.class})
    static class Context {}

    /** The command was called in a way that it does not know, or what it needs is not there; said in the message. */
    private static final class Misuse extends RuntimeException {
        Misuse(String message) {
            super(message);
        }
    }

    private final PrintStream out;
    private final ResourceBundle texts;
    private final List<String> plain = new ArrayList<>();
    private final List<String> settings = new ArrayList<>();
    private final List<String> checkpoints = new ArrayList<>();
    private @Nullable VerifierKey pinned;

    private RegisterCommand(PrintStream out, Locale locale) {
        this.out = out;
        this.texts = ResourceBundle.getBundle(
                "messages.register", locale.getLanguage().equals("th") ? Locale.of("th") : Locale.ENGLISH);
    }

    /** Whether the arguments of the program are for this. */
    public static boolean isMeant(String... arguments) {
        return arguments.length > 0 && Set.of(VERIFY, EXPORT).contains(arguments[0]);
    }

    /** @return the exit code: 0 where all is as it was written, 1 where it is not, 2 where that could not be found out */
    public static int run(PrintStream out, Locale locale, String... arguments) {
        RegisterCommand command = new RegisterCommand(out, locale);
        try {
            command.read(arguments);
            return arguments[0].equals(EXPORT) ? command.export() : command.verify();
        } catch (Misuse | IOException e) {
            out.println(
                    e instanceof Misuse
                            ? e.getMessage()
                            : command.text("register.cli.unreadable", String.valueOf(e.getMessage())));
            return 2;
        }
    }

    private void read(String... arguments) {
        for (int n = 1; n < arguments.length; n++) {
            String argument = arguments[n];
            String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
            if (!name.equals("--key") && !name.equals("--checkpoint")) {
                (argument.startsWith("--") ? settings : plain).add(argument);
                continue;
            }
            String value = argument.contains("=")
                    ? argument.substring(argument.indexOf('=') + 1)
                    : n + 1 < arguments.length ? arguments[++n] : "";
            if (name.equals("--checkpoint")) {
                checkpoints.add(value);
            } else {
                pinned = VerifierKey.parse(value).orElseThrow(() -> new Misuse(text("register.cli.key", value)));
            }
        }
    }

    private int verify() throws IOException {
        if (plain.size() > 1) {
            throw new Misuse(text("register.cli.usage"));
        }
        return plain.isEmpty() ? verifyDatabase() : verifyFile(Path.of(plain.getFirst()));
    }

    private int verifyFile(Path file) throws IOException {
        List<Fault> faults = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            long size = ExportFile.check(reader, new Inspection.Outside(witnessed(""), pinned), faults::add);
            out.println(text("register.cli.file", file, Long.toString(size)));
        }
        return tell(faults);
    }

    private int verifyDatabase() throws IOException {
        try (ConfigurableApplicationContext context = open()) {
            Inspection inspection = context.getBean(Inspection.class);
            TransactionTemplate transaction = reading(context);
            int code = 0;
            for (OrganisationId organisation : inspection.organisations()) {
                Inspection.Outside outside =
                        new Inspection.Outside(witnessed(organisation.toString()), pinned(organisation.toString()));
                List<Fault> faults = transaction.execute(status -> inspection.everything(organisation, outside));
                out.println(text("register.cli.organisation", organisation));
                code = Math.max(code, tell(faults == null ? List.of() : faults));
            }
            return code;
        }
    }

    private int export() throws IOException {
        if (plain.size() != 2) {
            throw new Misuse(text("register.cli.usage"));
        }
        Path file = Path.of(plain.get(1));
        try (ConfigurableApplicationContext context = open();
                Writer writer = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW)) {
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            OrganisationId organisation = jdbc
                    .query(
                            "select id from organisation where short_name = ?",
                            (row, n) -> new OrganisationId(row.getObject(1, UUID.class)),
                            plain.getFirst())
                    .stream()
                    .findFirst()
                    .orElseThrow(() -> new Misuse(text("register.cli.unknown", plain.getFirst())));
            ExportFile.write(jdbc, context.getBean(RegisterKeys.class), organisation, writer);
        }
        out.println(text("register.cli.exported", file));
        return 0;
    }

    private int tell(List<Fault> faults) {
        faults.forEach(fault -> out.println("  " + text("register.fault." + fault.kind(), fault.what())));
        out.println(
                "  " + (faults.isEmpty() ? text("register.cli.good") : text("register.cli.bad", faults.size() + "")));
        return faults.isEmpty() ? 0 : 1;
    }

    private @Nullable VerifierKey pinned(String organisation) {
        return pinned != null && pinned.name().endsWith("/" + organisation) ? pinned : null;
    }

    /** The checkpoints that were brought, of one organisation; of any where that is not known yet. */
    private List<Checkpoint> witnessed(String organisation) throws IOException {
        List<Checkpoint> witnessed = new ArrayList<>();
        for (String file : checkpoints) {
            Checkpoint checkpoint = Checkpoint.parse(Files.readString(Path.of(file)))
                    .orElseThrow(() -> new Misuse(text("register.cli.checkpoint", file)));
            if (checkpoint.origin().endsWith(organisation)) {
                witnessed.add(checkpoint);
            }
        }
        return witnessed;
    }

    /** What it sees is the database as it stood at one moment. */
    private static TransactionTemplate reading(ConfigurableApplicationContext context) {
        TransactionTemplate transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return transaction;
    }

    private ConfigurableApplicationContext open() {
        return new SpringApplicationBuilder(Context.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .properties("logging.level.root=warn")
                .initializers(context -> readOnly(context.getEnvironment()))
                .run(settings.toArray(String[]::new));
    }

    private void readOnly(ConfigurableEnvironment environment) {
        String url = environment.getRequiredProperty("spring.datasource.url");
        boolean h2File = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        VERIFY,
                        Map.of(
                                "spring.datasource.url",
                                h2File && !url.contains("ACCESS_MODE_DATA") ? url + ";ACCESS_MODE_DATA=r" : url,
                                "spring.datasource.hikari.read-only",
                                "true")));
        Path key = Path.of(environment.getProperty("sucharit.installation-key", "data/installation.key"));
        if (Files.notExists(key)) {
            throw new Misuse(text("register.cli.installation", key.toAbsolutePath()));
        }
    }

    private String text(String code, Object... arguments) {
        return MessageFormat.format(texts.getString(code), arguments);
    }
}
