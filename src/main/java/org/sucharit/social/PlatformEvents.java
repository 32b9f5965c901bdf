package org.sucharit.social;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the events of webhooks: Messenger Platform "messages", LINE Messaging API "Message event". */
@Component
class PlatformEvents {

    /** The kinds of LINE's messages that have a content to be fetched. */
    private static final Set<String> LINE_FILES = Set.of("image", "video", "audio", "file");

    private final SocialSettings settings;
    private final JsonMapper json;

    PlatformEvents(SocialSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
    }

    SocialMessage facebook(JsonNode event, JsonNode message) {
        List<Attached> attached = new ArrayList<>();
        List<String> text = new ArrayList<>();
        add(text, message.path("text"));
        for (JsonNode one : message.path("attachments")) {
            String url =
                    one.path("payload").path("url").asString(one.path("url").asString(""));
            if (PlatformAddress.facebook(url, settings.facebookHosts()).isPresent()) {
                String kind = one.path("type").asString("");
                attached.add(new Attached(Platform.FACEBOOK, url, kind, kind.equals("file") ? nameIn(url) : ""));
            } else {
                // What the sender shared of another site: its address is all there is of it.
                add(text, one.path("title"));
                add(text, one.path("payload").path("title"));
                text.add(url);
            }
        }
        return new SocialMessage(
                Platform.FACEBOOK,
                message.path("mid").asString(),
                event.path("sender").path("id").asString(""),
                Instant.ofEpochMilli(event.path("timestamp").asLong(0)),
                String.join("\n", text).strip(),
                attached,
                message.path("attachments").size() - attached.size(),
                json.writeValueAsBytes(event));
    }

    /** @param fetching whether files can be fetched from LINE */
    SocialMessage line(JsonNode event, JsonNode message, boolean fetching) {
        String id = message.path("id").asString();
        String kind = message.path("type").asString("");
        boolean isText = kind.equals("text");
        boolean isPlace = kind.equals("location");
        boolean isHeld = LINE_FILES.contains(kind)
                && !message.path("contentProvider")
                        .path("type")
                        .asString("line")
                        .equals("external");
        List<Attached> attached = fetching && isHeld && PlatformAddress.line(id).isPresent()
                ? List.of(new Attached(
                        Platform.LINE, id, kind, message.path("fileName").asString("")))
                : List.of();
        List<String> text = new ArrayList<>();
        add(text, message.path("text"));
        add(text, message.path("title"));
        add(text, message.path("address"));
        if (isPlace) {
            text.add(message.path("latitude").asString("") + ", "
                    + message.path("longitude").asString(""));
        }
        add(text, message.path("contentProvider").path("originalContentUrl"));
        return new SocialMessage(
                Platform.LINE,
                id,
                event.path("source").path("userId").asString(""),
                Instant.ofEpochMilli(event.path("timestamp").asLong(0)),
                String.join("\n", text).strip(),
                attached,
                isText || isPlace || !attached.isEmpty() ? 0 : 1,
                json.writeValueAsBytes(event));
    }

    private static void add(List<String> text, JsonNode said) {
        if (said.isString() && !said.asString().isBlank()) {
            text.add(said.asString());
        }
    }

    /** The last part of an address is the name that a file was sent under. */
    private static String nameIn(String url) {
        String path = url.replaceAll("[?#].*", "");
        try {
            return URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return "";
        }
    }
}
