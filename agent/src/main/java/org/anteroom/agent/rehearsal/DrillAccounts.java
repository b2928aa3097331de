package org.anteroom.agent.rehearsal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.anteroom.agent.sip.Transport;

/** The extensions of a drill at the PBX.
 *
 *  @param domain SIP domain of their addresses
 *  @param local our address towards the PBX
 *  @param auto the automatic phone; empty where only people's phones ring; may be the caller's own extension
 */
public record DrillAccounts(
        InetSocketAddress pbx,
        String domain,
        Transport transport,
        InetAddress local,
        Account caller,
        Optional<Account> auto) {

    /** @param password the digest password */
    public record Account(String extension, String password) {
        @Override
        public String toString() {
            return "Account[" + extension + "]";
        }
    }

    PhoneSettings phone(Account account) {
        return new PhoneSettings(pbx, domain, account.extension(), account.password(), local, transport);
    }
}
