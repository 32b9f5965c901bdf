package org.sucharit.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Mailboxes as an operator sets them: what is not set is as it is by default. */
final class Mailboxes {

    private Mailboxes() {}

    /** All of a message, as it came. */
    static byte[] whole(IncomingMail mail) {
        try (InputStream in = mail.raw().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On loopback without TLS, of the organisation {@code kaohin}; the settings are key and value in turn. */
    static Mailbox with(Object... settings) {
        Map<String, Object> all = new HashMap<>(Map.of(
                "m.organisation", "kaohin",
                "m.host", "127.0.0.1",
                "m.protocol", "imap",
                "m.plaintext", true,
                "m.username", "box",
                "m.password", "secret"));
        for (int i = 0; i < settings.length; i += 2) {
            if (settings[i + 1].equals("")) {
                all.remove("m." + settings[i]);
            } else {
                all.put("m." + settings[i], settings[i + 1]);
            }
        }
        return new Binder(new MapConfigurationPropertySource(all))
                .bind("m", Bindable.of(Mailbox.class))
                .get();
    }
}
