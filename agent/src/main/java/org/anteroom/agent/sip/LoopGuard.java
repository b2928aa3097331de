package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sip.message.Request;

/**
 * Recognises an incoming call that one of our own outgoing calls has caused: the called phone follows us back here, by
 * follow-me, call forwarding or an after-hours rule. Answering it would ring ourselves, round and round.
 *
 * <p>What can be relied on depends on the PBX. A proxy (Kamailio) passes our header and keeps our Call-ID: certain. A
 * back-to-back user agent (Asterisk) makes a new call and drops both; then, while our call rings, a call that shows our
 * own caller id and names the number we ring (To, Diversion, History-Info), or that shows our own extension as its
 * caller, is taken for ours: nobody else calls with it. A PBX that shows neither can't be seen through; it needs its
 * forwarding to the on-call phones switched off. On {@code sip-line}.
 */
final class LoopGuard {
    /** Carries a random token of each outgoing call. */
    static final String HEADER = "X-Anteroom-Call";

    /** A diversion may be slower than the answer or refusal that ended the ringing. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    private static final int SHORTEST_SUFFIX = 7;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final LineSettings.Account account;
    private final Map<String, Ringing> ringing = new HashMap<>();

    private record Ringing(String callId, String number) {}

    LoopGuard(LineSettings.Account account) {
        this.account = account;
    }

    /** An outgoing call begins; gives its token. */
    String begin(String callId, String number) {
        byte[] random = new byte[16];
        RANDOM.nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        ringing.put(token, new Ringing(callId, number(number)));
        return token;
    }

    /** The outgoing call rings no more. */
    void endLater(SipThread thread, String token) {
        thread.after(AFTERWARDS, () -> ringing.remove(token));
    }

    boolean causedByUs(Request invite, Invitation invitation) {
        if (SipHeaders.values(invite, HEADER).stream().anyMatch(ringing::containsKey)) {
            return true;
        }
        String callId = ((SIPMessage) invite).getCallId().getCallId();
        if (ringing.values().stream().anyMatch(call -> call.callId().equals(callId))) {
            return true;
        }
        if (ringing.isEmpty()) {
            return false;
        }
        String caller = number(invitation.caller().orElse(""));
        return same(caller, number(account.user()))
                || (same(caller, number(account.callerId())) && namesRinging(invitation));
    }

    private boolean namesRinging(Invitation invitation) {
        List<String> named = new java.util.ArrayList<>();
        named.add(number(invitation.dialled()));
        invitation.diversions().forEach(step -> named.add(number(step.number())));
        return ringing.values().stream().anyMatch(call -> named.stream().anyMatch(name -> same(name, call.number())));
    }

    /** Numbers are the same also when one lacks the trunk or country prefix. */
    private static boolean same(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return false;
        }
        return one.equals(other)
                || (one.length() >= SHORTEST_SUFFIX
                        && other.length() >= SHORTEST_SUFFIX
                        && (one.endsWith(other) || other.endsWith(one)));
    }

    private static String number(String text) {
        String user = text.replaceFirst("^sips?:", "").replaceFirst("[@;].*", "");
        return user.replaceAll("[\\s()+./-]", "");
    }
}
