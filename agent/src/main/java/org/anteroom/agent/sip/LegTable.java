package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;

/** Who takes which message: legs by dialog, by INVITE not answered yet, by Call-ID. Changed on {@code sip-line} only. */
final class LegTable {
    private final Map<DialogId, DialogUsage> dialogs = new ConcurrentHashMap<>();
    private final Map<String, IncomingCall> invited = new ConcurrentHashMap<>();
    private final Map<String, OutgoingLeg> placed = new ConcurrentHashMap<>();
    private final Set<Leg> live = ConcurrentHashMap.newKeySet();

    void live(Leg leg) {
        live.add(leg);
    }

    void over(Leg leg) {
        live.remove(leg);
    }

    List<Leg> all() {
        return List.copyOf(live);
    }

    int legs() {
        return live.size();
    }

    int dialogs() {
        return dialogs.size();
    }

    void put(DialogId id, DialogUsage usage) {
        dialogs.put(id, usage);
    }

    void remove(DialogId id) {
        dialogs.remove(id);
    }

    Optional<DialogUsage> find(DialogId id) {
        return Optional.ofNullable(dialogs.get(id));
    }

    void invited(Request invite, IncomingCall leg) {
        invited.put(key(invite), leg);
    }

    void answered(Request invite) {
        invited.remove(key(invite));
    }

    /** The call a CANCEL means: same branch, same Call-ID (RFC 3261 section 9.2). */
    Optional<IncomingCall> invitedBy(Request cancel) {
        return Optional.ofNullable(invited.get(key(cancel)));
    }

    /** Whether the same INVITE came before on another path (RFC 3261 section 8.2.2.2). */
    boolean isMerged(Request invite) {
        return live.stream().anyMatch(leg -> leg instanceof IncomingCall call && call.isSameRequest(invite));
    }

    void placed(String callId, OutgoingLeg leg) {
        placed.put(callId, leg);
    }

    void forget(String callId) {
        placed.remove(callId);
    }

    Optional<OutgoingLeg> placed(String callId) {
        return Optional.ofNullable(placed.get(callId));
    }

    private static String key(Request request) {
        String branch = request.getHeader(ViaHeader.NAME) instanceof ViaHeader via ? via.getBranch() : "";
        return branch + '|' + ((SIPMessage) request).getCallId().getCallId();
    }
}
