package org.sucharit.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.time.Duration;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/**
 * Connects to mailboxes. A server is spoken to over TLS, with a certificate that bears its name and that is believed,
 * or not at all; unless the settings say of a mailbox that it goes without.
 */
@Component
class MailboxConnections {

    private final ObjectProvider<SslBundles> bundles;
    private final AccessTokens tokens;

    MailboxConnections(ObjectProvider<SslBundles> bundles, AccessTokens tokens) {
        this.bundles = bundles;
        this.tokens = tokens;
    }

    /** @param patience how long the server may be silent */
    IMAPStore connect(Mailbox mailbox, Duration patience) throws MessagingException {
        String protocol = mailbox.protocol().id();
        IMAPStore store = (IMAPStore)
                Session.getInstance(properties(mailbox, protocol, patience)).getStore(protocol);
        int port = mailbox.port() == null ? -1 : mailbox.port();
        try {
            store.connect(mailbox.host(), port, mailbox.username(), secret(mailbox));
        } catch (AuthenticationFailedException e) {
            tokens.forget(mailbox);
            throw e;
        }
        return store;
    }

    private String secret(Mailbox mailbox) throws MessagingException {
        return mailbox.password() == null ? tokens.of(mailbox) : mailbox.password();
    }

    private Properties properties(Mailbox mailbox, String protocol, Duration patience) {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", "15000");
        properties.setProperty(prefix + "timeout", String.valueOf(patience.toMillis()));
        properties.setProperty(prefix + "writetimeout", "60000");
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", "true");
        properties.setProperty(prefix + "starttls.required", String.valueOf(!mailbox.plaintext()));
        if (mailbox.sslBundle() != null) {
            properties.put(
                    prefix + "ssl.socketFactory",
                    bundles.getObject()
                            .getBundle(mailbox.sslBundle())
                            .createSslContext()
                            .getSocketFactory());
        }
        if (mailbox.oauth() != null) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
        }
        // Reading alone must not mark a message as seen: only the commit may.
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", "262144");
        return properties;
    }
}
