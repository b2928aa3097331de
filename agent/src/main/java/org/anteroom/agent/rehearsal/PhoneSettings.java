package org.anteroom.agent.rehearsal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.anteroom.agent.sip.Transport;

/** A phone's account.
 *
 *  @param pbx where it registers
 *  @param domain SIP domain of its address
 *  @param extension its name there
 *  @param password digest password
 *  @param local address it uses for SIP and sound; on the loopback but in drills
 */
public record PhoneSettings(
        InetSocketAddress pbx,
        String domain,
        String extension,
        String password,
        InetAddress local,
        Transport transport) {

    /** A phone over UDP on the same address as the PBX. */
    public static PhoneSettings of(DemoPbx pbx, String domain, String extension, String password) {
        InetSocketAddress address = pbx.address();
        return new PhoneSettings(address, domain, extension, password, address.getAddress(), Transport.UDP);
    }
}
