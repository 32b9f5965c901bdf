package org.sucharit.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Organisations;

/**
 * Makes a case of each scan that lands in a folder, so that its clock runs and nothing lies about unsealed; who screens
 * it fills in the rest. A scan is first moved aside under a name of its own, by which it is known from then on: it is
 * taken once, by one node, whenever the program dies.
 */
@Component
@EnableConfigurationProperties(ScanSettings.class)
class ScanFolders {

    private static final Logger log = LoggerFactory.getLogger(ScanFolders.class);

    /** What one scan may be, in bytes: many pages more than a person uploads. */
    static final long LARGEST = 4L * Upload.LARGEST;

    static final String ASIDE = ".taken";

    private static final int UUID_LENGTH = 36;
    private static final int LONGEST_NAME = 200;
    private static final long DAYS_BACK = 30;

    private enum Type {
        PDF("application/pdf", "%PDF"),
        TIFF_LITTLE("image/tiff", "II*\0"),
        TIFF_BIG("image/tiff", "MM\0*"),
        JPEG("image/jpeg", "\u00ff\u00d8\u00ff"),
        PNG("image/png", "\u0089PNG");

        private final String name;
        private final byte[] begins;

        Type(String name, String begins) {
            this.name = name;
            this.begins = begins.getBytes(StandardCharsets.ISO_8859_1);
        }

        static Optional<Type> of(byte[] start) {
            return Stream.of(values())
                    .filter(type -> start.length >= type.begins.length
                            && Arrays.equals(start, 0, type.begins.length, type.begins, 0, type.begins.length))
                    .findFirst();
        }
    }

    private final ScanSettings settings;
    private final Intake intake;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final TransactionTemplate transaction;
    private final Time time;

    ScanFolders(
            ScanSettings settings,
            Intake intake,
            Organisations organisations,
            JdbcClient jdbc,
            MessageSource messages,
            PlatformTransactionManager transactions,
            Time time) {
        this.settings = settings;
        this.intake = intake;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
    }

    /** One folder's trouble is not another's; what could not be taken stays and is tried again. */
    @Scheduled(fixedDelayString = "${sucharit.scans.interval:10s}")
    void look() {
        for (ScanSettings.Folder folder : settings.folders()) {
            try {
                OrganisationId organisation = organisations
                        .find(folder.organisation())
                        .orElseThrow(() -> new IllegalStateException("No organisation " + folder.organisation()))
                        .id();
                Files.createDirectories(folder.path().resolve(ASIDE));
                setAside(folder.path());
                for (Path scan : files(folder.path().resolve(ASIDE))) {
                    take(organisation, folder, scan);
                }
            } catch (IOException | RuntimeException e) {
                // The name of a file may say what a letter is about: only the class of the error is logged.
                log.warn(
                        "The scans of {} could not be taken: {}",
                        folder.organisation(),
                        e.getClass().getName());
            }
        }
    }

    private void setAside(Path folder) throws IOException {
        for (Path file : files(folder)) {
            try {
                if (isReady(file)) {
                    String name = UUID.randomUUID() + "_" + file.getFileName();
                    Files.move(file, folder.resolve(ASIDE).resolve(name), StandardCopyOption.ATOMIC_MOVE);
                }
            } catch (NoSuchFileException another) {
                log.debug("Another node, or a person, took a scan away");
            }
        }
    }

    private boolean isReady(Path file) throws IOException {
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        Instant changed = found.lastModifiedTime().toInstant();
        return found.size() > 0
                && found.size() <= LARGEST
                && !changed.isAfter(Instant.now().minus(settings.settled()))
                && type(file).isPresent();
    }

    private static Optional<Type> type(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return Type.of(in.readNBytes(4));
        }
    }

    /** The regular files, the oldest name first; neither folders nor links, which could lead elsewhere. */
    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private void take(OrganisationId organisation, ScanSettings.Folder folder, Path scan) throws IOException {
        String name = scan.getFileName().toString();
        UUID id = UUID.fromString(name.substring(0, UUID_LENGTH));
        String own = name.substring(UUID_LENGTH + 1);
        try {
            RegisterComplaint complaint = complaint(folder, scan, own);
            CurrentOrganisation.run(
                    organisation,
                    () -> transaction.executeWithoutResult(status -> {
                        jdbc.sql("insert into scan_taken (organisation_id, id, taken_at) values (?, ?, ?)")
                                .params(organisation.value(), id, OffsetDateTime.ofInstant(time.now(), ZoneOffset.UTC))
                                .update();
                        intake.receive(complaint);
                    }));
        } catch (DuplicateKeyException takenBefore) {
            log.debug("A scan was taken before, and is only deleted");
        } catch (NoSuchFileException another) {
            return;
        }
        Files.deleteIfExists(scan);
    }

    private RegisterComplaint complaint(ScanSettings.Folder folder, Path scan, String name) throws IOException {
        String type = type(scan).map(known -> known.name).orElse("application/octet-stream");
        return new RegisterComplaint(
                Kind.TIP,
                folder.channel(),
                receivedOn(scan),
                text("scan.subject"),
                text("scan.details"),
                null,
                null,
                folder.channel() == ChannelKind.OTHER ? Map.of(Particular.SOURCE, text("scan.source")) : Map.of(),
                new Reporter.Anonymous(),
                List.of(),
                Set.of(),
                false,
                List.of(Upload.of(
                        name.substring(Math.max(0, name.length() - LONGEST_NAME)),
                        type,
                        Files.size(scan),
                        () -> Files.newInputStream(scan, LinkOption.NOFOLLOW_LINKS))),
                null);
    }

    /** The day it was scanned, which is not before it arrived; a scanner whose clock is wrong does not decide. */
    private LocalDate receivedOn(Path scan) throws IOException {
        LocalDate scanned = Time.dayOf(Files.getLastModifiedTime(scan).toInstant());
        LocalDate today = time.today();
        return scanned.isAfter(today) || scanned.isBefore(today.minusDays(DAYS_BACK)) ? today : scanned;
    }

    private String text(String code) {
        return messages.getMessage(code, new Object[0], Locale.of("th"));
    }
}
