package org.sucharit.signin;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names an officer's browser and system roughly, so that they know their own sign-ins again. */
final class Browser {

    /** In this order: most browsers name the others too. */
    private static final List<Map.Entry<String, String>> BROWSERS = List.of(
            Map.entry("Edg", "Edge"),
            Map.entry("OPR/", "Opera"),
            Map.entry("SamsungBrowser", "Samsung Internet"),
            Map.entry("Line/", "LINE"),
            Map.entry("Firefox", "Firefox"),
            Map.entry("CriOS", "Chrome"),
            Map.entry("Chrome", "Chrome"),
            Map.entry("Safari", "Safari"));

    private static final List<Map.Entry<String, String>> SYSTEMS = List.of(
            Map.entry("Android", "Android"),
            Map.entry("iPhone", "iPhone"),
            Map.entry("iPad", "iPad"),
            Map.entry("Windows", "Windows"),
            Map.entry("Mac OS X", "Mac"),
            Map.entry("CrOS", "ChromeOS"),
            Map.entry("Linux", "Linux"));

    private Browser() {}

    /** @return such as "Chrome · Android"; empty where nothing is known */
    static String of(@Nullable String userAgent) {
        String told = userAgent == null ? "" : userAgent;
        String browser = first(BROWSERS, told);
        String system = first(SYSTEMS, told);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + " · " + system;
    }

    private static String first(List<Map.Entry<String, String>> names, String told) {
        return names.stream()
                .filter(name -> told.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }
}
