package org.sucharit.signin;

import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.sucharit.kernel.InstallationKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries what a page says after a redirect in a cookie sealed under a key of this installation: a receipt or a first
 * password, shown once, is written into no session store. Only text is carried, three thousand bytes at most.
 */
class SealedFlash extends AbstractFlashMapManager {

    private static final String COOKIE = "said";
    private static final byte[] CONTEXT = "sucharit/v1/flash".getBytes(StandardCharsets.UTF_8);
    private static final int LONGEST = 3000;

    private final AesGcmJce box;
    private final JsonMapper json = JsonMapper.shared();

    SealedFlash(InstallationKey installation) {
        try {
            box = new AesGcmJce(installation.derive("flash", 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    private record Said(
            @Nullable String path, Map<String, List<String>> parameters, Map<String, String> words, long until) {}

    @Override
    protected @Nullable List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
        return Cookies.read(request, COOKIE).map(this::open).orElse(null);
    }

    @Override
    protected void updateFlashMaps(List<FlashMap> said, HttpServletRequest request, HttpServletResponse response) {
        if (said.isEmpty()) {
            Cookies.clear(request, response, COOKIE);
        } else {
            Cookies.write(request, response, COOKIE, seal(said), Duration.ofSeconds(getFlashMapTimeout()));
        }
    }

    /** A cookie belongs to one browser: there is nobody to exclude. */
    @Override
    protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
        return null;
    }

    private String seal(List<FlashMap> said) {
        byte[] plain = json.writeValueAsBytes(said.stream().map(SealedFlash::said).toList());
        if (plain.length > LONGEST) {
            throw new IllegalStateException("Too much to say after a redirect: " + plain.length + " bytes");
        }
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(box.encrypt(plain, CONTEXT));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** A cookie that is not ours says nothing. */
    private @Nullable List<FlashMap> open(String cookie) {
        try {
            byte[] plain = box.decrypt(Base64.getUrlDecoder().decode(cookie), CONTEXT);
            List<FlashMap> maps = new ArrayList<>();
            for (Said said : json.readValue(plain, Said[].class)) {
                FlashMap map = new FlashMap();
                map.putAll(said.words());
                map.setTargetRequestPath(said.path());
                said.parameters().forEach((name, values) -> values.forEach(value -> map.addTargetRequestParam(name, value)));
                map.setExpirationTime(said.until());
                maps.add(map);
            }
            return maps;
        } catch (GeneralSecurityException | IllegalArgumentException | JacksonException notOurs) {
            return null;
        }
    }

    private static Said said(FlashMap map) {
        Map<String, String> words = new TreeMap<>();
        map.forEach((name, value) -> {
            if (!(value instanceof String text)) {
                throw new IllegalStateException("Only text is carried over a redirect: " + name);
            }
            words.put(name, text);
        });
        return new Said(map.getTargetRequestPath(), map.getTargetRequestParams(), words, map.getExpirationTime());
    }
}
