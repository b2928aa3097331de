package org.anteroom.agent.sip;

import java.util.Locale;

/** How SIP messages travel between the line and the PBX (RFC 3261 section 18). */
public enum Transport {
    UDP,
    TCP;

    /** The name as it stands in a Via header and a {@code transport=} parameter, lower case. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
