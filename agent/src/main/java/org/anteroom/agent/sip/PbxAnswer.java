package org.anteroom.agent.sip;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What came of asking a PBX with OPTIONS (RFC 3261 section 11). */
public sealed interface PbxAnswer {

    /** What happened, or what is wrong and what to do, for the operator. */
    String sentence();

    /**
     * Somebody speaks SIP there.
     *
     * @param asked the address that was asked
     * @param status of the answer: any at all proves a SIP server, 401, 404 and 405 included
     * @param software what it calls itself in Server or User-Agent: printable, short; empty where it says nothing
     * @param allow the methods it takes, as written
     * @param accept the bodies it takes
     * @param supported the extensions it knows
     * @param contact its Contact, printable, short
     * @param sentFrom our own address
     * @param seenFrom where the PBX saw the request come from (RFC 3581), where it says so
     * @param roundTrip from the request that was answered to the answer; from the first where it was repeated
     * @param codecs upper-case names of the audio formats in the answer's session description; few PBXs send one
     */
    record Answered(
            InetSocketAddress asked,
            int status,
            Optional<String> software,
            List<String> allow,
            List<String> accept,
            List<String> supported,
            Optional<String> contact,
            InetSocketAddress sentFrom,
            Optional<InetSocketAddress> seenFrom,
            Duration roundTrip,
            List<String> codecs)
            implements PbxAnswer {

        public Answered {
            allow = List.copyOf(allow);
            accept = List.copyOf(accept);
            supported = List.copyOf(supported);
            codecs = List.copyOf(codecs);
        }

        public PbxMake make() {
            return software.map(PbxMake::of).orElse(PbxMake.UNKNOWN);
        }

        /** Whether something between us and the PBX changes our address (NAT). */
        public boolean translated() {
            return seenFrom.filter(seen -> !seen.equals(sentFrom)).isPresent();
        }

        @Override
        public String sentence() {
            return "The PBX at " + PbxProbe.text(asked) + " answers OPTIONS with " + status + " after "
                    + roundTrip.toMillis() + " ms"
                    + software.map(name -> " and calls itself " + name).orElse("") + ".";
        }
    }

    /** Nobody speaks SIP there, or not to us. */
    record None(Why why, String sentence) implements PbxAnswer {}

    /** Why there is no answer. */
    enum Why {
        /** The name can't be resolved. */
        NAME,
        /** The machine has no way to that address, or not from the address given. */
        ROUTE,
        /** The machine there says that nobody listens. */
        REFUSED,
        /** Nothing comes back in time. */
        SILENT,
        /** What came back isn't SIP. */
        STRANGE
    }
}
