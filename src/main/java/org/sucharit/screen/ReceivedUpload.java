package org.sucharit.screen;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.FileUploadSizeException;
import org.apache.commons.fileupload2.jakarta.servlet6.JakartaServletFileUpload;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;
import org.sucharit.kernel.Spool;
import org.sucharit.kernel.Spools;

/** One upload while its request lasts: its fields in memory, its files in spools. */
final class ReceivedUpload implements Closeable {

    /** Enough parts for every field of the longest form. */
    private static final int MOST_PARTS = 200;

    /** Enough for a long file name in Thai. */
    private static final int MOST_OF_HEADERS = 4 * 1024;

    /**
     * @param request in bytes, all together
     * @param fields in bytes, what is no file
     */
    record Limits(long request, long fields) {}

    /** The disk has no room, or none for uploads. */
    static final class NoRoom extends IOException {

        private NoRoom(@Nullable Throwable cause) {
            super("No room for an upload", cause);
        }
    }

    private final Spools spools;
    private final UploadRoom room;
    private final Limits limits;
    private final List<Spool> files = new ArrayList<>();
    private final byte[] buffer = new byte[UploadRoom.UNIT];
    private long fields;
    private int taken;

    ReceivedUpload(Spools spools, UploadRoom room, Limits limits) {
        this.spools = spools;
        this.room = room;
        this.limits = limits;
    }

    /**
     * Reads it to its end.
     *
     * @return the same request with its fields and files
     * @throws FileUploadSizeException where it, or a part of it, is larger than may be
     * @throws FileUploadException where it is none
     */
    HttpServletRequest read(HttpServletRequest request) throws IOException {
        MultiValueMap<String, MultipartFile> sent = new LinkedMultiValueMap<>();
        Map<String, List<String>> typed = new LinkedHashMap<>();
        Map<String, String> types = new HashMap<>();
        FileItemInputIterator parts = parser().getItemIterator(request);
        for (int n = 0; parts.hasNext(); n++) {
            if (n == MOST_PARTS) {
                throw new FileUploadSizeException("Too many parts", MOST_PARTS, n);
            }
            FileItemInput part = parts.next();
            String field = part.getFieldName();
            if (field == null) {
                continue;
            }
            if (part.isFormField()) {
                typed.computeIfAbsent(field, key -> new ArrayList<>()).add(text(part));
                types.putIfAbsent(field, String.valueOf(part.getContentType()));
            } else {
                sent.add(field, file(field, part));
            }
        }
        Map<String, String[]> values = new LinkedHashMap<>();
        typed.forEach((field, all) -> values.put(field, all.toArray(String[]::new)));
        return new DefaultMultipartHttpServletRequest(request, sent, values, types);
    }

    private JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> parser() {
        JakartaServletFileUpload<DiskFileItem, DiskFileItemFactory> parser = new JakartaServletFileUpload<>();
        parser.setMaxSize(limits.request());
        parser.setMaxPartHeaderSize(MOST_OF_HEADERS);
        parser.setHeaderCharset(StandardCharsets.UTF_8);
        return parser;
    }

    private String text(FileItemInput part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            byte[] bytes = in.readNBytes(Math.toIntExact(limits.fields() - fields + 1));
            fields += bytes.length;
            if (fields > limits.fields()) {
                throw new FileUploadSizeException("Too much text", limits.fields(), fields);
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private MultipartFile file(String field, FileItemInput part) throws IOException {
        Spool spool = null;
        try (InputStream in = part.getInputStream()) {
            int read = in.readNBytes(buffer, 0, buffer.length);
            if (read > 0) {
                spool = spool();
                fill(spool, in, read);
            }
        }
        return new SpooledFile(field, name(part), part.getContentType(), spool);
    }

    /** A name with a NUL in it is refused by the library with an exception that repeats it, and would be logged with it. */
    private static @Nullable String name(FileItemInput part) {
        try {
            return part.getName();
        } catch (InvalidPathException refused) {
            return refused.getInput().replace("\0", "");
        }
    }

    private Spool spool() throws NoRoom {
        try {
            Spool spool = spools.open();
            files.add(spool);
            return spool;
        } catch (IOException full) {
            throw new NoRoom(full);
        }
    }

    private void fill(Spool spool, InputStream in, int first) throws IOException {
        int read = first;
        try (OutputStream out = spool.write()) {
            while (read > 0) {
                takeRoom();
                try {
                    out.write(buffer, 0, read);
                } catch (IOException full) {
                    throw new NoRoom(full);
                }
                read = in.readNBytes(buffer, 0, buffer.length);
            }
        }
    }

    private void takeRoom() throws IOException {
        try {
            if (!room.take()) {
                throw new NoRoom(null);
            }
            taken++;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an upload waited", stopping);
        }
    }

    /** Gives everything back, whatever of it was read. */
    @Override
    public void close() throws IOException {
        try {
            for (Spool file : files) {
                file.close();
            }
        } finally {
            room.giveBack(taken);
            taken = 0;
        }
    }

    /** @param spool nothing where the file is empty */
    private record SpooledFile(
            String field,
            @Nullable String fileName,
            @Nullable String type,
            @Nullable Spool spool) implements MultipartFile {

        @Override
        public String getName() {
            return field;
        }

        @Override
        public @Nullable String getOriginalFilename() {
            return fileName;
        }

        @Override
        public @Nullable String getContentType() {
            return type;
        }

        @Override
        public boolean isEmpty() {
            return spool == null;
        }

        @Override
        public long getSize() {
            return spool == null ? 0 : spool.size();
        }

        @Override
        public byte[] getBytes() throws IOException {
            try (InputStream in = getInputStream()) {
                return in.readAllBytes();
            }
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return spool == null ? new ByteArrayInputStream(new byte[0]) : spool.read();
        }

        @Override
        public void transferTo(java.io.File destination) {
            throw new UnsupportedOperationException("What is received stands in the clear on no disk");
        }
    }
}
