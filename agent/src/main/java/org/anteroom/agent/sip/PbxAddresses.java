package org.anteroom.agent.sip;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/** Which of the addresses of a PBX's name is gone to. Pure. */
public final class PbxAddresses {
    private PbxAddresses() {}

    /**
     * The first address of the family our own named address has, else the first IPv4 one, else the first.
     *
     * @param found in the order of the look-up; at least one
     * @param own empty or a wildcard where the route decides
     */
    public static InetAddress used(List<InetAddress> found, Optional<InetAddress> own) {
        return found.stream()
                .filter(address -> ofOurFamily(address, own))
                .findFirst()
                .orElse(found.get(0));
    }

    /**
     * Whether a line with that address of its own may go there, if the look-up puts it first the next time: those of our family, and
     * all of them where none is.
     */
    public static boolean mayBeUsed(InetAddress address, List<InetAddress> found, Optional<InetAddress> own) {
        return ofOurFamily(address, own) || found.stream().noneMatch(each -> ofOurFamily(each, own));
    }

    private static boolean ofOurFamily(InetAddress address, Optional<InetAddress> own) {
        boolean four = own.map(ours -> ours instanceof Inet4Address).orElse(true);
        return (address instanceof Inet4Address) == four;
    }
}
