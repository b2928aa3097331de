package org.anteroom.agent.sip;

import java.util.List;
import java.util.Optional;

/**
 * Who calls whom, as the PBX says it: pre-fills, never authenticates. Its text form names nobody.
 *
 * @param caller the caller's number (P-Asserted-Identity, then Remote-Party-ID, then From); empty when withheld. A PBX
 *     that trusts us may tell one that the caller hides from others; an emergency needs it to call back
 * @param callerName the display name, where there is one
 * @param dialled the number that was dialled (To)
 * @param diversions why the PBX sent it here, the latest diversion first
 * @param drillToken what a call that wants to be taken for a drill says to prove it; anybody can send one
 * @param requested the user of the Request-URI, which a PBX may set to what was dialled
 */
public record Invitation(
        Optional<String> caller,
        Optional<String> callerName,
        String dialled,
        List<Diversion> diversions,
        Optional<String> drillToken,
        Optional<String> requested) {
    /** One that doesn't want to be taken for a drill. */
    public Invitation(
            Optional<String> caller, Optional<String> callerName, String dialled, List<Diversion> diversions) {
        this(caller, callerName, dialled, diversions, Optional.empty());
    }

    /** One whose Request-URI tells nothing more. */
    public Invitation(
            Optional<String> caller,
            Optional<String> callerName,
            String dialled,
            List<Diversion> diversions,
            Optional<String> drillToken) {
        this(caller, callerName, dialled, diversions, drillToken, Optional.empty());
    }

    public Invitation {
        diversions = List.copyOf(diversions);
    }

    /** Why the PBX sent it here. */
    public CallReason reason() {
        return CallReason.of(diversions);
    }

    @Override
    public String toString() {
        return "Invitation[" + diversions.size() + " diversions]";
    }
}
