package org.sucharit.partner;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may go. What a name stands for is looked at when the connection is made, by the very answer that is
 * connected to: a name that leads elsewhere the second time leads nowhere.
 */
@Component
class WebhookAddress implements DnsResolver {

    private static final int LONGEST = 500;

    private final boolean privateAddresses;

    WebhookAddress(PartnerSettings settings) {
        this.privateAddresses = settings.privateAddresses();
    }

    /** Whether it is an https address without a password in it. */
    boolean isUsable(String address) {
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

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = SystemDefaultDnsResolver.INSTANCE.resolve(host);
        for (InetAddress one : all) {
            if (!privateAddresses && !isPublic(one)) {
                throw new UnknownHostException("An address that is not public");
            }
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static boolean isPublic(InetAddress address) {
        return !(address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()
                || reserved(address.getAddress(), address instanceof Inet6Address));
    }

    private static boolean reserved(byte[] bytes, boolean six) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (six) {
            // fc00::/7; and those that hold an IPv4 address: 64:ff9b::/16, 2002::/16, ::/8
            return (first & 0xfe) == 0xfc || first == 0 || (first == 0x20 && second == 0x02);
        }
        return first == 0
                || (first == 100 && (second & 0xc0) == 64)
                || (first == 192 && second == 0)
                || (first == 198 && (second == 18 || second == 19))
                || first >= 240;
    }
}
