package org.sucharit.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Opening;
import org.sucharit.casefile.Revealed;
import org.sucharit.document.DocumentKind;
import org.sucharit.export.Plan.Planned;
import org.sucharit.export.Plan.Stored;
import org.sucharit.export.Plan.Written;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.Chain;
import org.sucharit.register.Checkpoints;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;
import org.sucharit.screen.Thai;
import org.sucharit.signing.Signing;
import org.sucharit.wording.CaseText;
import org.sucharit.worklist.CaseReading;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/** What goes into a copy. Its pages are in Thai, whoever makes it. */
@Component
class Copies {

    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    /** @param href nothing where the file is left out because it tells who reported */
    record Listed(
            String name,
            String what,
            long size,
            @Nullable String sha256,
            @Nullable String href) {}

    /** What a data subject gets: a message, one way or the other. */
    record Message(String at, boolean fromReporter, String text) {}

    private final CaseReading reading;
    private final Register register;
    private final Checkpoints checkpoints;
    private final Organisations organisations;
    private final CaseText text;
    private final ExportKeys keys;
    private final Signing signing;
    private final ITemplateEngine pages;
    private final JsonMapper json;
    private final Time time;
    private final Thai thai;

    Copies(
            CaseReading reading,
            Register register,
            Checkpoints checkpoints,
            Organisations organisations,
            CaseText text,
            ExportKeys keys,
            Signing signing,
            ITemplateEngine pages,
            JsonMapper json,
            Time time,
            Thai thai) {
        this.reading = reading;
        this.register = register;
        this.checkpoints = checkpoints;
        this.organisations = organisations;
        this.text = text;
        this.keys = keys;
        this.signing = signing;
        this.pages = pages;
        this.json = json;
        this.time = time;
        this.thai = thai;
    }

    /** The whole case, with what proves each part of it. */
    List<Planned> forCourt(OpenCase open, @Nullable Revealed reporter, String recipient) {
        return inThai(() -> {
            List<Planned> all = new ArrayList<>();
            Map<UUID, List<Listed>> attached = new LinkedHashMap<>();
            List<Listed> papers = new ArrayList<>();
            int n = 0;
            for (FileView file : open.files()) {
                n++;
                boolean left = file.tellsReporter() && reporter == null;
                String name = name(file, n);
                Listed listed =
                        new Listed(what(file), file.contentType(), file.size(), file.sha256(), left ? null : name);
                if (!left) {
                    all.add(new Stored(name, file.id(), file.tellsReporter()));
                }
                if (file.document() != null) {
                    papers.add(listed);
                } else {
                    attached.computeIfAbsent(owner(open, file), folio -> new ArrayList<>())
                            .add(listed);
                }
            }
            Context page = page(open.file());
            page.setVariable("recipient", recipient);
            page.setVariable("subject", open.subject());
            page.setVariable("passages", reading.of(open));
            page.setVariable("attached", attached);
            page.setVariable("papers", papers);
            page.setVariable("reporter", reporter == null ? null : reading.reporter(reporter.contents()));
            all.addFirst(html("index.html", "export/index", page));
            all.add(json("evidence/register.json", excerpt(open)));
            all.add(json("evidence/leaves.json", leaves(open, reporter)));
            all.addAll(proofs(open));
            all.addAll(common());
            return all;
        });
    }

    /** What the reporter gave and was told, and nothing about others (Personal Data Protection Act, s. 30). */
    List<Planned> forSubject(OpenCase open, Revealed reporter) {
        return inThai(() -> {
            List<Planned> all = new ArrayList<>();
            List<Listed> files = new ArrayList<>();
            int n = 0;
            for (FileView file : theirs(open)) {
                n++;
                String name = name(file, n);
                all.add(new Stored(name, file.id(), file.tellsReporter()));
                files.add(new Listed(what(file), file.contentType(), file.size(), file.sha256(), name));
            }
            Content.Report report = open.report();
            Context page = page(open.file());
            page.setVariable("report", report);
            page.setVariable("occurredOn", report.occurredOn() == null ? null : thai.fullDate(report.occurredOn()));
            page.setVariable("reporter", reading.reporter(reporter.contents()));
            page.setVariable("messages", messages(open));
            page.setVariable("files", files);
            all.addFirst(html("index.html", "export/subject", page));
            all.addAll(common());
            return all;
        });
    }

    /** What {@link #forSubject} would hold, in the language spoken; nothing of it is opened. */
    List<Listed> preview(OpenCase open) {
        List<Listed> all = new ArrayList<>();
        all.add(new Listed(text.of("export.preview.report"), "", 0, null, null));
        all.add(new Listed(text.of("export.preview.identity"), "", 0, null, null));
        all.add(new Listed(
                text.of("export.preview.messages", thai.number(messages(open).size())), "", 0, null, null));
        theirs(open).forEach(file -> all.add(new Listed(what(file), file.contentType(), file.size(), null, null)));
        return all;
    }

    /**
     * The files that the reporter sent and those they were given, as they were given, and the letters to them. What came
     * with a report merged later is another's.
     */
    private static List<FileView> theirs(OpenCase open) {
        Set<UUID> own = messages(open, Content.MessageFromReporter.class);
        own.add(open.all(Content.Report.class).getFirst().id());
        Set<UUID> toThem = messages(open, Content.MessageToReporter.class);
        return open.files().stream()
                .filter(file -> file.document() == null
                        ? file.folio() == null || own.contains(file.folio()) || toThem.contains(file.folio())
                        : file.document().namesReporter() || file.document() == DocumentKind.RECEIPT_SLIP)
                .map(file -> file.folio() != null && toThem.contains(file.folio()) ? open.given(file.id()) : file)
                .toList();
    }

    private static Set<UUID> messages(OpenCase open, Class<? extends Content> kind) {
        return open.all(kind).stream().map(Filed::id).collect(Collectors.toCollection(HashSet::new));
    }

    private List<Message> messages(OpenCase open) {
        List<Message> messages = new ArrayList<>();
        for (Filed<? extends Content> filed : open.folios()) {
            said(filed.content())
                    .ifPresent(said -> messages.add(new Message(thai.moment(filed.at()), filed.by() == null, said)));
        }
        return messages;
    }

    /** What went between the reporter and the office. */
    private static Optional<String> said(Content content) {
        return switch (content) {
            case Content.MessageFromReporter message -> Optional.of(message.text());
            case Content.Withdrawal withdrawal -> Optional.of(withdrawal.reason());
            case Content.Reprisal reprisal -> Optional.of(reprisal.text());
            case Content.Rebuttal rebuttal -> Optional.of(rebuttal.text());
            case Content.MessageToReporter message -> Optional.of(message.text());
            case Content.Notified notified -> Optional.of(notified.text());
            default -> Optional.empty();
        };
    }

    /** The list of the files with their digests, signed: what makes the copy whole. */
    List<Planned> sealed(CaseFile file, Content.Exported.Purpose purpose, List<Parcel.Measured> measured) {
        OrganisationView organisation = organisations.current();
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "sucharit-export/v1");
        manifest.put("purpose", purpose.name());
        manifest.put("organisation", organisation.nameTh());
        manifest.put("organisationId", organisation.id().toString());
        manifest.put("case", file.id().toString());
        manifest.put("number", text.number(file.number()));
        manifest.put("madeAt", time.now().toString());
        manifest.put("files", measured);
        byte[] listed = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest);
        List<Planned> sealed = new ArrayList<>();
        sealed.add(new Written("manifest.json", listed));
        sealed.add(new Written("manifest.sig", keys.sign(listed)));
        sealed.add(new Written("key.pem", keys.publicKey().getBytes(UTF_8)));
        signing.signDetached(organisation.shortName(), listed)
                .ifPresent(signature -> sealed.add(new Written("manifest.p7s", signature)));
        return sealed;
    }

    /** In the form of {@code sha256sum -c}. */
    static Planned sums(List<Parcel.Measured> measured) {
        return new Written(
                "SHA256SUMS",
                measured.stream()
                        .map(file -> file.sha256() + "  " + file.name() + "\n")
                        .collect(Collectors.joining())
                        .getBytes(UTF_8));
    }

    private List<Map<String, Object>> excerpt(OpenCase open) {
        return register.openings(open.id()).stream()
                .map(opening -> {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("seq", opening.entry().seq());
                    entry.put("at", opening.entry().at().toString());
                    entry.put("act", opening.entry().act().name());
                    entry.put(
                            "by",
                            opening.entry().doneBy().map(text::officialName).orElse(null));
                    entry.put("detail", opening.entry().detail());
                    entry.put("entry", BASE64.encodeToString(opening.entry().bytes()));
                    entry.put("salt", BASE64.encodeToString(opening.salt()));
                    entry.put("done", BASE64.encodeToString(opening.done()));
                    return entry;
                })
                .toList();
    }

    /** That each entry is in the tree of the last checkpoint, as far as that reaches. */
    private List<Planned> proofs(OpenCase open) {
        List<Planned> proofs = new ArrayList<>();
        for (Entry entry : register.ofCase(open.id())) {
            checkpoints
                    .proofText(Chain.hash(entry.bytes()))
                    .ifPresent(proof -> proofs.add(
                            new Written("evidence/proofs/" + entry.seq() + ".tlog-proof", proof.getBytes(UTF_8))));
        }
        proofs.add(new Written("evidence/register-key.txt", (checkpoints.keyText() + "\n").getBytes(UTF_8)));
        return proofs;
    }

    private static List<Map<String, Object>> leaves(OpenCase open, @Nullable Revealed reporter) {
        List<Opening> openings = new ArrayList<>(open.openings());
        if (reporter != null) {
            openings.addAll(reporter.openings());
        }
        return openings.stream()
                .map(opening -> {
                    Map<String, Object> leaf = new LinkedHashMap<>();
                    leaf.put("id", opening.id().toString());
                    leaf.put("kind", opening.kind());
                    leaf.put("at", opening.at().toString());
                    leaf.put("salt", BASE64.encodeToString(opening.salt()));
                    leaf.put("content", BASE64.encodeToString(opening.content()));
                    leaf.put("commitment", commitment(opening));
                    return leaf;
                })
                .toList();
    }

    private static String commitment(Opening opening) {
        MessageDigest digest = Parcel.sha256();
        digest.update(opening.salt());
        return HexFormat.of().formatHex(digest.digest(opening.content()));
    }

    private Context page(CaseFile file) {
        Context page = new Context(Thai.THAI);
        page.setVariable("organisation", organisations.current().nameTh());
        page.setVariable("number", text.number(file.number()));
        page.setVariable("kind", text.of("kind." + file.kind()));
        page.setVariable("state", text.of("case.state." + file.state()));
        page.setVariable("receivedOn", thai.fullDate(file.receivedOn()));
        page.setVariable("closedOn", file.closedOn().map(thai::fullDate).orElse(null));
        page.setVariable("madeAt", thai.moment(time.now()));
        page.setVariable("moment", thai);
        return page;
    }

    private Planned html(String name, String template, Context page) {
        return new Written(name, pages.process(template, page).getBytes(UTF_8));
    }

    private Planned json(String name, Object value) {
        return new Written(name, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
    }

    private static List<Planned> common() {
        return List.of(
                new Written("README.txt", resource("README.txt")), new Written("style.css", resource("style.css")));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Copies.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(FileView file, int n) {
        String number = String.format(Locale.ROOT, "%03d", n);
        return file.document() == null
                ? "files/" + number + "_" + Parcel.safe(file.name())
                : "documents/" + number + "_" + file.document() + "_v" + file.version() + ".pdf";
    }

    private String what(FileView file) {
        return file.document() == null
                ? file.name()
                : text.of("document." + file.document()) + (file.number() == null ? "" : " " + file.number());
    }

    /** What came with the report is attached to no leaf. */
    private static UUID owner(OpenCase open, FileView file) {
        return file.folio() == null ? open.all(Content.Report.class).getFirst().id() : file.folio();
    }

    private static <T> T inThai(Supplier<T> work) {
        var before = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(Thai.THAI);
        try {
            return work.get();
        } finally {
            LocaleContextHolder.setLocaleContext(before);
        }
    }
}
