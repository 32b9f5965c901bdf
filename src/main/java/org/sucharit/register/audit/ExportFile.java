package org.sucharit.register.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.register.RegisterKeys;
import org.sucharit.register.audit.Fault.Kind;
import org.sucharit.register.tree.Tree;
import org.sucharit.register.tree.VerifierKey;

/**
 * A register as a file, to be checked where there is neither its database nor its secrets. It has a line for each
 * entry, for each subtree of padding and for each checkpoint, in the order of the tree; none tells what was done.
 */
final class ExportFile {

    private static final String FORMAT = "sucharit-register-export/v1";

    /** The file is not an exported register, or breaks off. */
    static final class Unreadable extends IOException {
        Unreadable(String message) {
            super(message);
        }
    }

    private ExportFile() {}

    static void write(JdbcTemplate jdbc, RegisterKeys keys, OrganisationId organisation, Writer file)
            throws IOException {
        RegisterReader reader = new RegisterReader(jdbc, organisation);
        RegisterReader.Head head = reader.head();
        LongFunction<byte[]> padding = keys.padding(organisation);
        file.write(FORMAT + "\norganisation " + organisation + "\n");
        long size = 0;
        for (RegisterReader.Mark mark = reader.checkpoint(); mark != null; mark = reader.checkpoint()) {
            if (size == 0) {
                String note = mark.stored().made().note();
                file.write("key "
                        + keys.signing(organisation, note.substring(0, note.indexOf('\n')))
                                .verifier() + "\n");
            }
            long paddedFrom = mark.stored().paddedFrom();
            size = entries(reader, file, size, paddedFrom);
            while (size < mark.stored().made().size()) {
                int level = Math.min(
                        Long.numberOfTrailingZeros(size),
                        63 - Long.numberOfLeadingZeros(mark.stored().made().size() - size));
                file.write("padding " + level + " " + base64(subtree(padding, level, size)) + "\n");
                size += 1L << level;
            }
            file.write("checkpoint " + base64(mark.stored().made().note().getBytes(StandardCharsets.UTF_8)) + "\n");
        }
        size = entries(reader, file, size, head.size());
        file.write("end " + size + " " + base64(head.hash()) + "\n");
    }

    private static long entries(RegisterReader reader, Writer file, long from, long to) throws IOException {
        long size = from;
        for (RegisterReader.Row row = reader.entry(); row != null && row.seq() < to; row = reader.entry()) {
            file.write("entry " + base64(row.bytes()) + "\n");
            reader.takeEntry();
            size++;
        }
        return size;
    }

    private static byte[] subtree(LongFunction<byte[]> padding, int level, long from) {
        return level == 0
                ? padding.apply(from)
                : Tree.node(subtree(padding, level - 1, from), subtree(padding, level - 1, from + (1L << (level - 1))));
    }

    /**
     * @return how many leaves there are
     * @throws Unreadable where it is no such file
     */
    static long check(BufferedReader file, Inspection.Outside outside, Consumer<Fault> faults) throws IOException {
        if (!FORMAT.equals(file.readLine())) {
            throw new Unreadable("no register");
        }
        String organisation = value("organisation", file.readLine());
        Audit audit = new Audit(organisation, faults);
        outside.witnessed().forEach(audit::witnessed);
        VerifierKey key = outside.key();
        boolean ended = false;
        for (String line = file.readLine(); line != null; line = file.readLine()) {
            String[] parts = line.split(" ");
            switch (parts[0]) {
                case "key" -> key = known(key, value("key", line), audit);
                case "entry" -> audit.entry(bytes(parts, 1));
                case "padding" -> audit.padding(level(parts, audit.size()), bytes(parts, 2));
                case "checkpoint" -> audit.checkpoint(new String(bytes(parts, 1), StandardCharsets.UTF_8), key);
                case "end" -> {
                    ended = true;
                    boolean same = parts.length == 3
                            && parts[1].equals(Long.toString(audit.size()))
                            && Arrays.equals(bytes(parts, 2), audit.last());
                    if (!same) {
                        audit.fault(Kind.HEAD_CHANGED, audit.size(), Long.toString(audit.size()));
                    }
                }
                default -> throw new Unreadable(parts[0]);
            }
        }
        if (!ended) {
            throw new Unreadable("breaks off");
        }
        audit.end();
        return audit.size();
    }

    /** The key in the file is believed only where nobody brought one. */
    private static VerifierKey known(@Nullable VerifierKey pinned, String text, Audit audit) throws Unreadable {
        VerifierKey inFile = VerifierKey.parse(text).orElseThrow(() -> new Unreadable("key"));
        if (pinned != null && !pinned.equals(inFile)) {
            audit.fault(Kind.KEY_DIFFERS, 0, text);
        }
        return pinned == null ? inFile : pinned;
    }

    private static String value(String name, @Nullable String line) throws Unreadable {
        return Optional.ofNullable(line)
                .filter(read -> read.startsWith(name + " "))
                .map(read -> read.substring(name.length() + 1))
                .orElseThrow(() -> new Unreadable(name));
    }

    private static int level(String[] parts, long size) throws Unreadable {
        if (parts.length < 2 || !parts[1].matches("\\d|[1-5]\\d")) {
            throw new Unreadable("padding");
        }
        int level = Integer.parseInt(parts[1]);
        if ((size & ((1L << level) - 1)) != 0) {
            throw new Unreadable("padding");
        }
        return level;
    }

    private static byte[] bytes(String[] parts, int at) throws Unreadable {
        try {
            return Base64.getDecoder().decode(parts[at]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Unreadable(parts[0]);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
