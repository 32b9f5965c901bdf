package org.sucharit.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A mail host as offices run one: Dovecot for the mailbox {@code box}, which takes all mail for {@code office.example},
 * and OpenSMTPD, which also keeps what goes anywhere else. Both are those of the machine, on loopback.
 */
public final class MailHost implements AutoCloseable {

    public static final String PASSWORD = "secret";

    private final Path home;
    private final Process dovecot;
    private final @Nullable Process smtpd;
    public final int imap = freePort();
    public final int imaps = freePort();
    public final int smtp = freePort();

    private MailHost(String tokenInfo, String certifiedFor, boolean withSmtp)
            throws IOException, GeneralSecurityException {
        Path dovecotBinary =
                find("dovecot", "/usr/sbin/dovecot", "/usr/local/sbin/dovecot", "/opt/homebrew/sbin/dovecot");
        Path smtpdBinary = find("opensmtpd", "/usr/sbin/smtpd", "/usr/local/sbin/smtpd");
        home = Files.createTempDirectory("mailhost");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        certify(certifiedFor);
        Files.writeString(home.resolve("oauth2"), "tokeninfo_url = " + tokenInfo + "\nusername_attribute = email\n");
        Files.writeString(home.resolve("dovecot.conf"), dovecot());
        Files.writeString(home.resolve("smtpd.conf"), smtpd());
        run("chown", "-R", "nobody:nogroup", home.toString());
        dovecot = new ProcessBuilder(
                        "setpriv",
                        "--reuid=nobody",
                        "--regid=nogroup",
                        "--clear-groups",
                        dovecotBinary.toString(),
                        "-F",
                        "-c",
                        home.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("dovecot.out").toFile())
                .start();
        smtpd = !withSmtp
                ? null
                : new ProcessBuilder(
                                smtpdBinary.toString(),
                                "-d",
                                "-f",
                                home.resolve("smtpd.conf").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve("smtpd.out").toFile())
                        .start();
        awaitListening(imaps);
        if (withSmtp) {
            awaitListening(smtp);
        }
    }

    /**
     * @param tokenInfo where Dovecot asks whose an access token is; the token is added at the end
     * @throws IllegalStateException saying how to get the servers, where one is not found or cannot run
     */
    public static MailHost start(String tokenInfo) {
        return start(tokenInfo, "ip:127.0.0.1", true);
    }

    /** Dovecot alone: there is one OpenSMTPD on a machine. */
    public static MailHost withoutSmtp(String tokenInfo, String certifiedFor) {
        return start(tokenInfo, certifiedFor, false);
    }

    private static MailHost start(String tokenInfo, String certifiedFor, boolean withSmtp) {
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException("The tests with Dovecot and OpenSMTPD run as root, as in a container:"
                    + " OpenSMTPD does not start otherwise.");
        }
        try {
            return new MailHost(tokenInfo, certifiedFor, withSmtp);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path find(String packaged, String... places) {
        return Stream.of(places)
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The tests of mail need Dovecot and OpenSMTPD. Install them"
                                + " (Debian: apt-get install dovecot-imapd opensmtpd); missing is " + packaged + "."));
    }

    private String dovecot() {
        return """
                base_dir = %1$s/run
                state_dir = %1$s/run
                log_path = %1$s/dovecot.log
                protocols = imap
                listen = 127.0.0.1
                ssl = required
                ssl_cert = <%1$s/cert.pem
                ssl_key = <%1$s/key.pem
                auth_mechanisms = plain login xoauth2 oauthbearer
                disable_plaintext_auth = yes
                default_internal_user = nobody
                default_login_user = nobody
                default_internal_group = nogroup
                first_valid_uid = 1
                mail_location = maildir:%1$s/mail/%%u
                mail_max_userip_connections = 100
                passdb {
                  driver = static
                  mechanisms = plain login
                  args = password=%2$s
                }
                passdb {
                  driver = oauth2
                  mechanisms = xoauth2 oauthbearer
                  args = %1$s/oauth2
                }
                userdb {
                  driver = static
                  args = uid=nobody gid=nogroup home=%1$s/mail/%%u
                }
                service imap-login {
                  chroot =
                  inet_listener imap {
                    port = %3$d
                  }
                  inet_listener imaps {
                    port = %4$d
                    ssl = yes
                  }
                }
                service anvil {
                  chroot =
                }
                """.formatted(home, PASSWORD, imap, imaps);
    }

    private String smtpd() {
        return """
                table everybody { "@" = "nobody" }
                listen on 127.0.0.1 port %2$d hostname mail.office.example
                action "office" maildir "%1$s/mail/box" virtual <everybody>
                action "elsewhere" maildir "%1$s/sent" virtual <everybody>
                match from any for domain "office.example" action "office"
                match from any for any action "elsewhere"
                """.formatted(home, smtp);
    }

    private void certify(String name) throws IOException, GeneralSecurityException {
        Path store = home.resolve("key.p12");
        run(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-alias",
                "mail",
                "-dname",
                "CN=mail",
                "-ext",
                "san=" + name,
                "-validity",
                "10",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                "password");
        KeyStore keys = KeyStore.getInstance(store.toFile(), "password".toCharArray());
        pem("cert.pem", "CERTIFICATE", keys.getCertificate("mail").getEncoded());
        pem(
                "key.pem",
                "PRIVATE KEY",
                keys.getKey("mail", "password".toCharArray()).getEncoded());
    }

    private void pem(String file, String what, byte[] bytes) throws IOException {
        Files.writeString(
                home.resolve(file),
                "-----BEGIN " + what + "-----\n"
                        + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(bytes)
                        + "\n-----END " + what + "-----\n");
    }

    public Path certificate() {
        return home.resolve("cert.pem");
    }

    /** What OpenSMTPD delivered to anywhere but the office, whole, with the envelope's sender in its log. */
    public List<String> sent() throws IOException {
        return mails(home.resolve("sent/new"));
    }

    public String log() throws IOException {
        return Files.readString(home.resolve("smtpd.out"));
    }

    /** Puts a message into the mailbox, as if it had been delivered. */
    public void put(String name, byte[] message) throws IOException {
        Path folder = Files.createDirectories(home.resolve("mail/box/new"));
        Files.write(folder.resolve(name), message);
    }

    public void own() {
        run("chown", "-R", "nobody:nogroup", home.resolve("mail").toString());
    }

    private static List<String> mails(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> {
                        try {
                            return Files.readString(file, StandardCharsets.ISO_8859_1);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private static void run(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + ": " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void awaitListening(int port) throws IOException {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (true) {
            try (Socket ignored = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException(
                            "Nothing listens: " + Files.readString(home.resolve("dovecot.out"))
                                    + (smtpd == null ? "" : log()),
                            notYet);
                }
                sleep();
            }
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        dovecot.destroy();
        try {
            dovecot.waitFor(10, TimeUnit.SECONDS);
            if (smtpd != null) {
                smtpd.destroy();
                smtpd.waitFor(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        run("rm", "-rf", home.toString());
    }
}
