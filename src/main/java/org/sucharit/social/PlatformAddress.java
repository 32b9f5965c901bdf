package org.sucharit.social;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where what came with a message may be fetched from. An address in a message is a stranger's word, even in a signed
 * one: only https on its own port, and only hosts of the platform itself.
 */
final class PlatformAddress {

    /** LINE Messaging API reference, "Domain name" and "Get content". */
    private static final String LINE_HOST = "api-data.line.me";

    private static final Pattern LINE_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");
    private static final int LONGEST = 4_000;

    private PlatformAddress() {}

    /** @param id LINE's of a message; nothing where it is none */
    static Optional<URI> line(String id) {
        return LINE_ID.matcher(id).matches()
                ? Optional.of(URI.create("https://" + LINE_HOST + "/v2/bot/message/" + id + "/content"))
                : Optional.empty();
    }

    /**
     * @param address absolute
     * @param hosts of Facebook; those below them count as well
     * @return nothing where it leads elsewhere
     */
    static Optional<URI> facebook(String address, List<String> hosts) {
        if (address.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            boolean meant = "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getRawUserInfo() == null
                    && (uri.getPort() == -1 || uri.getPort() == 443)
                    && hosts.stream().anyMatch(one -> host.equals(one) || host.endsWith("." + one));
            return meant ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
