package org.sucharit.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The secret of this installation: 32 random bytes in a file outside the database, the same on every node. It opens no
 * case. It is what a copy of the database lacks: without it a waiting grant stays shut, an identity is not opened past
 * the register, and a checkpoint cannot be forged. Made at the first start where the file is not there.
 *
 * <p>Set by {@code sucharit.installation-key}, the file's path.
 */
@Component
public class InstallationKey {

    private static final int LENGTH = 32;

    private final byte[] secret;

    InstallationKey(@Value("${sucharit.installation-key:data/installation.key}") Path file) {
        this.secret = read(file);
    }

    /**
     * A secret of its own for each purpose (HKDF-SHA256, RFC 5869); always the same one.
     *
     * @param length in bytes, at most 8160
     */
    public byte[] derive(String purpose, int length) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveData(HKDFParameterSpec.ofExtract()
                            .addIKM(secret)
                            .addSalt("sucharit/v1/installation".getBytes(StandardCharsets.UTF_8))
                            .thenExpand(purpose.getBytes(StandardCharsets.UTF_8), length));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is missing", e);
        }
    }

    private static byte[] read(Path file) {
        try {
            if (Files.notExists(file)) {
                create(file);
            }
            byte[] secret = Base64.getDecoder().decode(Files.readString(file).strip());
            if (secret.length != LENGTH) {
                throw new IllegalArgumentException("it is too short or too long");
            }
            return secret;
        } catch (IllegalArgumentException damaged) {
            throw new IllegalStateException(
                    file.toAbsolutePath() + " is not an installation key; put back the one from the backup", damaged);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the installation key " + file.toAbsolutePath(), e);
        }
    }

    /** Whole at once: of several nodes that start together one makes the key, and none reads half of it. */
    private static void create(Path file) throws IOException {
        byte[] secret = new byte[LENGTH];
        new SecureRandom().nextBytes(secret);
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path made = Files.createTempFile(folder, "installation", ".key", ownerOnly());
        try {
            Files.writeString(made, Base64.getEncoder().encodeToString(secret) + "\n", StandardOpenOption.SYNC);
            Files.createLink(file, made);
        } catch (FileAlreadyExistsException anotherNode) {
            // whose key it is
        } finally {
            Files.delete(made);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
