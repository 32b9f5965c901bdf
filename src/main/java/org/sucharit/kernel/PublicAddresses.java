package org.sucharit.kernel;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;

/**
 * Names that lead to addresses of the open internet, and none that lead to what only this server reaches. What a name
 * stands for is looked at when the connection is made, by the very answer that is connected to: a name that leads
 * elsewhere the second time leads nowhere.
 */
public final class PublicAddresses implements DnsResolver {

    private final DnsResolver names;
    private final boolean privateToo;

    /** @param privateToo whether addresses of a private network count as well */
    public PublicAddresses(boolean privateToo) {
        this(SystemDefaultDnsResolver.INSTANCE, privateToo);
    }

    /** @param names who is asked what a name stands for */
    public PublicAddresses(DnsResolver names, boolean privateToo) {
        this.names = names;
        this.privateToo = privateToo;
    }

    /** @throws UnknownHostException also where one of the addresses is not public */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        for (InetAddress one : all) {
            check(one);
        }
        return all;
    }

    /** @throws UnknownHostException also where one of the addresses is not public */
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> all = names.resolve(host, port);
        for (InetSocketAddress one : all) {
            check(one.getAddress());
        }
        return all;
    }

    private void check(@Nullable InetAddress address) throws UnknownHostException {
        if (address == null || !privateToo && !isPublic(address)) {
            throw new UnknownHostException("An address that is not public");
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static boolean isPublic(InetAddress address) {
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
