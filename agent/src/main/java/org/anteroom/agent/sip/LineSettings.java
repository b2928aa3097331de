package org.anteroom.agent.sip;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Everything a line must know before it starts. The composition root maps the configuration to it.
 *
 * @param pbx where the PBX is
 * @param account who we are there
 * @param local where we listen
 * @param timers how long things may take
 * @param limits how much a stranger may send
 */
public record LineSettings(Pbx pbx, Account account, Local local, LineTimers timers, LineLimits limits) {

    /**
     * @param host name or address; a name is resolved again at every retry
     * @param port 1-65535, usually 5060
     * @param domain the SIP domain of our address of record; the host where the PBX has none of its own
     */
    public record Pbx(String host, int port, Transport transport, String domain) {
        public Pbx {
            if (host.isBlank() || domain.isBlank()) {
                throw new IllegalArgumentException("sip: the PBX host and domain must not be empty");
            }
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("sip: the PBX port must be 1-65535, not " + port);
            }
        }
    }

    /**
     * @param user the extension
     * @param authUser the digest user name, on most PBXs the extension again
     * @param password the digest password
     * @param callerId the number shown on outgoing calls (From, P-Asserted-Identity); empty means the extension
     * @param displayName the name shown on outgoing calls; empty means none
     */
    public record Account(String user, String authUser, Secret password, String callerId, String displayName) {
        public Account {
            if (user.isBlank()) {
                throw new IllegalArgumentException("sip: the extension (user) must not be empty");
            }
        }

        /** An extension whose digest user name and caller id are the extension itself. */
        public static Account of(String extension, Secret password) {
            return new Account(extension, extension, password, "", "");
        }
    }

    /**
     * @param address the local address; empty or a wildcard means the one the route to the PBX uses
     * @param port 1-65535, or 0 for any free one
     */
    public record Local(Optional<InetAddress> address, int port) {
        public static Local any() {
            return new Local(Optional.empty(), 0);
        }
    }

    /** A line with standard timers and limits. */
    public static LineSettings of(Pbx pbx, Account account, Local local) {
        return new LineSettings(pbx, account, local, LineTimers.standard(), LineLimits.standard());
    }
}
