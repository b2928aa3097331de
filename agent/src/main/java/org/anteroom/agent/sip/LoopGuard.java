package org.anteroom.agent.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.sip.message.Request;

/**
 * Recognises an incoming call that one of our own outgoing calls has caused: the called phone follows us back here, by
 * follow-me, call forwarding or an after-hours rule. Answering it would ring ourselves, round and round.
 *
 * <p>What can be relied on depends on the PBX:
 *
 * <ol>
 *   <li>A proxy (Kamailio) passes our header and keeps our Call-ID: certain, whoever the caller seems to be.
 *   <li>A back-to-back user agent (Asterisk) makes a new call and drops both. While our call rings, a call whose caller is
 *       our extension or our caller id and that names the number we ring (To, Diversion, History-Info) is ours.
 *   <li>One that doesn't say who forwarded: a call whose caller is exactly our extension, provided that the extension is
 *       internal (shorter than a public number, not our caller id) and that this PBX has never shown it as the caller of a
 *       call that came while we rang nobody. A PBX that writes each extension's own number into From, whoever calls, thus
 *       loses this rule with its first patient.
 * </ol>
 *
 * <p>The doubt that remains. Refused though innocent: staff whose phone shows the practice's number and whose call the very
 * phone we ring has forwarded; and, on a PBX as in the last sentence, whoever calls before any other call came; both get
 * 486, and the PBX's fall-back. Answered though a loop: one whose caller the PBX replaced, or whose extension is a public
 * number and which names nobody. It hears the greeting and never presses 1, so the ladder passes it by after the time to
 * accept, while the group's other phones ring; such a PBX needs its forwarding of on-call phones switched off. On {@code
 * sip-line}.
 */
final class LoopGuard {
    /** Carries a random token of each outgoing call. */
    static final String HEADER = "X-Anteroom-Call";

    /** A diversion may be slower than the answer or refusal that ended the ringing. */
    private static final Duration AFTERWARDS = Duration.ofSeconds(5);

    private static final int SHORTEST_PUBLIC = 7;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String extension;
    private final String callerId;
    private final boolean internal;
    private final Map<String, Ringing> ringing = new HashMap<>();
    private boolean shownByOthers;

    private record Ringing(String callId, String number) {}

    LoopGuard(LineSettings.Account account) {
        this.extension = number(account.user());
        this.callerId = number(account.callerId());
        this.internal = extension.length() < SHORTEST_PUBLIC && !extension.equals(callerId);
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
        String caller = number(invitation.caller().orElse(""));
        if (ringing.isEmpty()) {
            shownByOthers |= caller.equals(extension);
            return false;
        }
        if ((same(caller, extension) || same(caller, callerId)) && namesRinging(invitation)) {
            return true;
        }
        return internal && !shownByOthers && caller.equals(extension);
    }

    private boolean namesRinging(Invitation invitation) {
        List<String> named = new ArrayList<>();
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
                || (one.length() >= SHORTEST_PUBLIC
                        && other.length() >= SHORTEST_PUBLIC
                        && (one.endsWith(other) || other.endsWith(one)));
    }

    private static String number(String text) {
        String user = text.replaceFirst("^sips?:", "").replaceFirst("[@;].*", "");
        return user.replaceAll("[\\s()+./-]", "");
    }
}
