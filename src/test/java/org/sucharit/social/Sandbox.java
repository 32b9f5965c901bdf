package org.sucharit.social;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Sends what Facebook and LINE send, signed as they sign it. */
final class Sandbox {

    static final String APP_SECRET = "the secret of the app";
    static final String CHANNEL_SECRET = "the secret of the channel";
    static final String ACCESS_TOKEN = "the token of the channel";
    static final String VERIFY_TOKEN = "the token to verify by";

    private final MockMvc mvc;
    private final String organisation;

    Sandbox(MockMvc mvc, String organisation) {
        this.mvc = mvc;
        this.organisation = organisation;
    }

    static String facebookText(String id, String sender, String text) {
        return """
                {"sender": {"id": "%s"}, "recipient": {"id": "1"}, "timestamp": %d,
                 "message": {"mid": "%s", "text": "%s"}}""".formatted(sender, System.currentTimeMillis(), id, text);
    }

    static String facebookPicture(String id, String sender) {
        return """
                {"sender": {"id": "%s"}, "recipient": {"id": "1"}, "timestamp": %d,
                 "message": {"mid": "%s", "attachments": [{"type": "image", "payload": {"url": "https://cdn.example.org/1"}}]}}""".formatted(sender, System.currentTimeMillis(), id);
    }

    static String facebookFiles(String id, String sender, String... attachments) {
        return """
                {"sender": {"id": "%s"}, "recipient": {"id": "1"}, "timestamp": %d,
                 "message": {"mid": "%s", "attachments": [%s]}}""".formatted(sender, System.currentTimeMillis(), id, String.join(",", attachments));
    }

    static String attachment(String type, String url) {
        return """
                {"type": "%s", "payload": {"url": "%s"}}""".formatted(type, url);
    }

    static String lineMessage(String sender, String message) {
        return """
                {"type": "message", "webhookEventId": "e", "timestamp": %d,
                 "source": {"type": "user", "userId": "%s"}, "deliveryContext": {"isRedelivery": false},
                 "message": %s}""".formatted(System.currentTimeMillis(), sender, message);
    }

    static String facebookRead(String sender) {
        return """
                {"sender": {"id": "%s"}, "recipient": {"id": "1"}, "timestamp": 1, "read": {"watermark": 1}}""".formatted(sender);
    }

    static String facebookEcho(String id) {
        return """
                {"sender": {"id": "1"}, "recipient": {"id": "2"}, "timestamp": 1,
                 "message": {"mid": "%s", "text": "from the page", "is_echo": true}}""".formatted(id);
    }

    static String lineText(String id, String sender, String text) {
        return """
                {"type": "message", "webhookEventId": "e%s", "timestamp": %d,
                 "source": {"type": "user", "userId": "%s"}, "deliveryContext": {"isRedelivery": false},
                 "message": {"id": "%s", "type": "text", "text": "%s"}}""".formatted(id, System.currentTimeMillis(), sender, id, text);
    }

    MockHttpServletResponse facebook(String... events) throws Exception {
        String body = """
                {"object": "page", "entry": [{"id": "1", "time": 1, "messaging": [%s]}]}""".formatted(String.join(",", events));
        return facebook(body, "sha256=" + HexFormat.of().formatHex(mac(APP_SECRET, body)));
    }

    MockHttpServletResponse facebook(String body, String signature) throws Exception {
        return send("facebook", "X-Hub-Signature-256", signature, body);
    }

    MockHttpServletResponse line(String... events) throws Exception {
        String body = """
                {"destination": "U1", "events": [%s]}""".formatted(String.join(",", events));
        return line(body, Base64.getEncoder().encodeToString(mac(CHANNEL_SECRET, body)));
    }

    MockHttpServletResponse line(String body, String signature) throws Exception {
        return send("line", "X-Line-Signature", signature, body);
    }

    MockHttpServletResponse verify(String token, String challenge) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get("/api/" + organisation + "/channels/facebook")
                        .queryParam("hub.mode", "subscribe")
                        .queryParam("hub.verify_token", token)
                        .queryParam("hub.challenge", challenge))
                .andReturn()
                .getResponse();
    }

    static byte[] mac(String secret, String body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(body.getBytes(StandardCharsets.UTF_8));
    }

    private MockHttpServletResponse send(String platform, String header, String signature, String body)
            throws Exception {
        return mvc.perform(MockMvcRequestBuilders.post("/api/" + organisation + "/channels/" + platform)
                        .header(header, signature)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andReturn()
                .getResponse();
    }
}
