package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;

/**
 * Knows the devices on which a name has signed in before, by a cookie for each name (OWASP: device cookies). It signs
 * nobody in: it only keeps whoever guesses elsewhere from making its owner wait.
 */
@Component
class Devices {

    private static final Duration KEPT = Duration.ofDays(400);
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param id a device's own name, or a network address under a hash whose key only this node's memory has */
    record From(String id, boolean known) {}

    private final SecretKeySpec key;
    private final SecretKeySpec addresses;

    Devices(InstallationKey installation) {
        key = new SecretKeySpec(installation.derive("device-cookie", 32), "HmacSHA256");
        addresses = new SecretKeySpec(bytes(32), "HmacSHA256");
    }

    /** @return the device's own name, where it signed in under this user name before */
    private Optional<String> known(String username, HttpServletRequest request) {
        return Cookies.read(request, cookie(username)).flatMap(value -> {
            String[] parts = value.split("\\.", 2);
            boolean ours = parts.length == 2
                    && MessageDigest.isEqual(
                            parts[1].getBytes(StandardCharsets.UTF_8),
                            proof(username, parts[0]).getBytes(StandardCharsets.UTF_8));
            return ours ? Optional.of(parts[0]) : Optional.empty();
        });
    }

    /** Where a try under this user name comes from. */
    From from(String username, HttpServletRequest request) {
        return known(username, request)
                .map(device -> new From(device, true))
                .orElseGet(() -> new From(
                        Base64.getEncoder().encodeToString(mac(addresses, network(request.getRemoteAddr()))), false));
    }

    void remember(String username, HttpServletRequest request, HttpServletResponse response) {
        String device = known(username, request).orElseGet(Devices::random);
        Cookies.write(request, response, cookie(username), device + "." + proof(username, device), KEPT);
    }

    private String cookie(String username) {
        return "device-" + HexFormat.of().formatHex(mac("name", username, "")).substring(0, 12);
    }

    private String proof(String username, String device) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac("device", username, device));
    }

    private byte[] mac(String purpose, String username, String device) {
        return mac(key, purpose + "/" + CurrentOrganisation.get() + "/" + username + "/" + device);
    }

    /** Whoever has one address of the sixth version has all that share its first half. */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, 8));
        } catch (IllegalArgumentException proxy) {
            return address; // whatever a proxy says instead
        }
    }

    private static byte[] mac(SecretKeySpec key, String about) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(about.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    private static String random() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
