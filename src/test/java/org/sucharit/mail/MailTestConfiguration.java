package org.sucharit.mail;

import java.util.Optional;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.data.jpa.autoconfigure.DataJpaRepositoriesAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.hibernate.autoconfigure.HibernateJpaAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sucharit.kernel.OrganisationId;

/**
 * The mail module by itself: the database, a mail server, and a handler that remembers. Not annotated as a
 * configuration, so that no scan for the whole application's finds it.
 */
@AutoConfigurationPackage
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    FlywayAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    DataJpaRepositoriesAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    ValidationAutoConfiguration.class,
    SslAutoConfiguration.class,
    MailSenderAutoConfiguration.class
})
@ComponentScan({"org.sucharit.mail", "org.sucharit.kernel"})
class MailTestConfiguration {

    static final OrganisationId KAOHIN = OrganisationId.random();

    @Bean
    RecordingHandler handler(JdbcTemplate database) {
        return new RecordingHandler(database);
    }

    @Bean
    MailboxOrganisations organisations() {
        return shortName -> shortName.equals("kaohin") ? Optional.of(KAOHIN) : Optional.empty();
    }
}
