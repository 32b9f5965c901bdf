package org.sucharit.signin;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser that keeps cookies, over HTTP, at whichever node they are sent to. */
final class Caller {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    final TreeMap<String, String> cookies = new TreeMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private String token = "";

    Caller() {
        this("");
    }

    /** @param address for which a proxy says it asks; empty for nothing */
    Caller(String address) {
        this.address = address;
    }

    HttpResponse<String> open(int port, String path) {
        return call(request(port, path).GET());
    }

    /** @param fields name, value, name, value, … */
    HttpResponse<String> send(int port, String path, String... fields) {
        StringBuilder body = new StringBuilder("_csrf=" + encode(token));
        for (int n = 0; n < fields.length; n += 2) {
            body.append('&').append(encode(fields[n])).append('=').append(encode(fields[n + 1]));
        }
        return call(request(port, path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString())));
    }

    HttpResponse<String> signIn(int port, String org, String username, String password) {
        open(port, "/" + org + "/signin");
        return send(port, "/" + org + "/signin", "username", username, "password", password);
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("Location").map(to -> to.replaceFirst("^http://[^/]+", "")).orElse("");
    }

    private HttpRequest.Builder request(int port, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (!address.isEmpty()) {
            request.header("X-Forwarded-For", address);
        }
        return cookies.isEmpty()
                ? request
                : request.header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            for (String set : response.headers().allValues("Set-Cookie")) {
                String[] pair = set.split(";", 2)[0].split("=", 2);
                if (set.contains("Max-Age=0")) {
                    cookies.remove(pair[0]);
                } else {
                    cookies.put(pair[0], pair[1]);
                }
            }
            Matcher found = TOKEN.matcher(response.body());
            if (found.find()) {
                token = found.group(1);
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
