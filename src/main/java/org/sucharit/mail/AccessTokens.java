package org.sucharit.mail;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.Time;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens for mailboxes (RFC 6749), kept in memory until a minute before they end. Where the server gives out
 * another refresh token with one, that is used from then on; after a restart it is the one of the settings again.
 */
@Component
class AccessTokens {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long USUAL_LIFE = 300;
    private static final int LONGEST_ANSWER = 100_000;

    private record Held(String token, Instant until) {}

    private final Time time;
    private final Map<String, Held> held = new ConcurrentHashMap<>();
    private final Map<String, String> refreshed = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    AccessTokens(Time time) {
        this.time = time;
    }

    /** @throws MessagingException when none is given; the message names nothing secret */
    String of(Mailbox mailbox) throws MessagingException {
        Held before = held.get(mailbox.name());
        if (before != null && time.now().isBefore(before.until())) {
            return before.token();
        }
        Mailbox.OAuth oauth = mailbox.oauth();
        if (oauth == null) {
            throw new MessagingException("Neither a password nor a way to a token");
        }
        JsonNode answer = ask(mailbox.name(), oauth);
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new MessagingException("The token endpoint gave no token");
        }
        String refresh = answer.path("refresh_token").asString("");
        if (!refresh.isEmpty()) {
            refreshed.put(mailbox.name(), refresh);
        }
        long seconds = answer.path("expires_in").asLong(USUAL_LIFE);
        held.put(mailbox.name(), new Held(token, time.now().plusSeconds(seconds - 60)));
        return token;
    }

    /** The server refused it, so the next is asked for anew. */
    void forget(Mailbox mailbox) {
        held.remove(mailbox.name());
    }

    private JsonNode ask(String mailbox, Mailbox.OAuth oauth) throws MessagingException {
        String refresh = refreshed.getOrDefault(mailbox, oauth.refreshToken() == null ? "" : oauth.refreshToken());
        Map<String, @Nullable String> form = new LinkedHashMap<>();
        form.put("grant_type", refresh.isEmpty() ? "client_credentials" : "refresh_token");
        form.put("client_id", oauth.clientId());
        form.put("client_secret", oauth.clientSecret());
        form.put("refresh_token", refresh);
        form.put("scope", oauth.scope());
        String body = form.entrySet().stream()
                .filter(field -> field.getValue() != null && !field.getValue().isEmpty())
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest request = HttpRequest.newBuilder(URI.create(oauth.tokenEndpoint()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] answer = in.readNBytes(LONGEST_ANSWER);
                if (response.statusCode() != 200) {
                    throw new MessagingException("The token endpoint answered " + response.statusCode());
                }
                return MAPPER.readTree(answer);
            }
        } catch (JacksonException e) {
            throw new MessagingException("The token endpoint did not answer in JSON");
        } catch (IOException e) {
            throw new MessagingException("The token endpoint cannot be reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MessagingException("Interrupted");
        }
    }
}
