package org.sucharit.social;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where Facebook (Messenger Platform webhooks) and LINE (Messaging API webhooks) deliver messages. An answer of 200 is
 * given only once every message is on disk; with any other the platform delivers again.
 */
@RestController
@Hidden
@RequestMapping("/api/{org}/channels")
class SocialHooks {

    private static final String SHA256 = "sha256=";

    private final SocialSettings settings;
    private final Conversations conversations;
    private final PlatformEvents events;
    private final JsonMapper json;

    SocialHooks(SocialSettings settings, Conversations conversations, PlatformEvents events, JsonMapper json) {
        this.settings = settings;
        this.conversations = conversations;
        this.events = events;
        this.json = json;
    }

    /** Facebook asks once whether the address is meant, and wants its challenge back. */
    @GetMapping(path = "/facebook", produces = MediaType.TEXT_PLAIN_VALUE)
    String verify(
            @PathVariable String org,
            @RequestParam("hub.mode") String mode,
            @RequestParam("hub.verify_token") String token,
            @RequestParam("hub.challenge") String challenge) {
        SocialSettings.Facebook page = facebook(org);
        if (!mode.equals("subscribe")
                || !same(page.verifyToken(), token)
                || !challenge.matches("[A-Za-z0-9_-]{1,200}")) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "forbidden");
        }
        return challenge;
    }

    @PostMapping("/facebook")
    void facebook(
            @PathVariable String org,
            @RequestHeader(name = "X-Hub-Signature-256", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        byte[] mac = mac(facebook(org).appSecret(), body);
        check(SHA256 + HexFormat.of().formatHex(mac), signature);
        for (JsonNode entry : read(body).path("entry")) {
            for (JsonNode event : entry.path("messaging")) {
                JsonNode message = event.path("message");
                // An echo is what the page itself wrote; deliveries and readings have no message.
                if (message.path("mid").isString() && !message.path("is_echo").asBoolean(false)) {
                    conversations.take(events.facebook(event, message));
                }
            }
        }
    }

    @PostMapping("/line")
    void line(
            @PathVariable String org,
            @RequestHeader(name = "X-Line-Signature", required = false) @Nullable String signature,
            @RequestBody byte[] body) {
        SocialSettings.Line account = settings.line(org).filter(one -> isHere()).orElseThrow(Problem::notFound);
        check(Base64.getEncoder().encodeToString(mac(account.channelSecret(), body)), signature);
        for (JsonNode event : read(body).path("events")) {
            JsonNode message = event.path("message");
            if (event.path("type").asString("").equals("message")
                    && message.path("id").isString()) {
                conversations.take(
                        events.line(event, message, settings.accessToken(org).isPresent()));
            }
        }
    }

    private SocialSettings.Facebook facebook(String org) {
        return settings.facebook(org).filter(one -> isHere()).orElseThrow(Problem::notFound);
    }

    private static boolean isHere() {
        return CurrentOrganisation.find().isPresent();
    }

    private JsonNode read(byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw Problem.invalid("body", "characters");
        }
    }

    private static void check(String expected, @Nullable String signature) {
        if (signature == null || !same(expected, signature)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "forbidden");
        }
    }

    /** In a time that does not tell how much of it is right. */
    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] mac(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }
}
