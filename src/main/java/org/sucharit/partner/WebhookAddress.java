package org.sucharit.partner;

import java.net.URI;

/** Where webhooks may go, as far as the address tells; where its name leads is looked at when the connection is made. */
final class WebhookAddress {

    private static final int LONGEST = 500;

    private WebhookAddress() {}

    /** Whether it is an https address without a password in it. */
    static boolean isUsable(String address) {
        if (address.length() > LONGEST) {
            return false;
        }
        try {
            URI uri = new URI(address);
            return "https".equalsIgnoreCase(uri.getScheme())
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
