package org.sucharit.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.jspecify.annotations.Nullable;

/** Unpacks what Outlook packs into winmail.dat (MS-OXTNEF): the files, and the text where it is formatted. */
final class WinmailDat {

    private static final int MOST_FILES = 200;

    private WinmailDat() {}

    static boolean is(String type, @Nullable String name) {
        return type.equals("application/ms-tnef")
                || type.equals("application/vnd.ms-tnef")
                || (name != null && name.toLowerCase(Locale.ROOT).equals("winmail.dat"));
    }

    /** Nothing where it cannot be unpacked. */
    static Optional<List<IncomingMail.Attachment>> unpack(byte[] bytes) {
        try {
            HMEFMessage message = new HMEFMessage(new ByteArrayInputStream(bytes));
            List<IncomingMail.Attachment> files = new ArrayList<>();
            String text = message.getBody();
            if (text != null && !text.isBlank()) {
                files.add(new IncomingMail.Attachment(
                        "winmail.rtf", "application/rtf", text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
            }
            for (Attachment attachment : message.getAttachments()) {
                if (files.size() >= MOST_FILES) {
                    return Optional.empty();
                }
                String name = attachment.getLongFilename();
                files.add(new IncomingMail.Attachment(
                        FileNames.of(
                                name == null ? attachment.getFilename() : name,
                                "application/octet-stream",
                                files.size() + 1),
                        "application/octet-stream",
                        attachment.getContents()));
            }
            return files.isEmpty() ? Optional.empty() : Optional.of(files);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // POI meets broken input with exceptions of every kind
        }
    }
}
