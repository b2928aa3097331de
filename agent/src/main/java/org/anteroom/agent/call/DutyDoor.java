package org.anteroom.agent.call;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.config.OncallPerson;
import org.anteroom.agent.config.TargetKind;
import org.anteroom.agent.sip.Invitation;

/**
 * Which calls are about a hand-over: those to the code, from a phone of somebody who may be on call or from one that is
 * listed. The number lets in to the PIN and no farther: it can be forged. All other calls are ordinary ones, and nothing tells
 * their callers that there is a code. Pure.
 */
record DutyDoor(OncallConfig oncall) {
    private static final int NATIONAL = 11;

    /** Who may be calling, by name; empty for an ordinary call. */
    List<String> knock(Invitation invitation) {
        Optional<String> code = oncall.handOver().code();
        Optional<String> caller = invitation.caller();
        if (code.isEmpty() || caller.isEmpty() || !dialled(invitation, code.get())) {
            return List.of();
        }
        String number = digits(caller.get());
        List<OncallPerson> people = oncall.people().stream()
                .filter(person -> person.kind() == TargetKind.PERSON)
                .toList();
        List<String> theirs = people.stream()
                .filter(person ->
                        person.numbers().stream().anyMatch(own -> digits(own).equals(number)))
                .map(OncallPerson::name)
                .toList();
        boolean shared = oncall.handOver().phones().stream()
                .anyMatch(phone -> digits(phone).equals(number));
        return number.isEmpty() || (theirs.isEmpty() && !shared)
                ? List.of()
                : shared ? people.stream().map(OncallPerson::name).toList() : theirs;
    }

    /** Whether the call is to a code. */
    static boolean dialled(Invitation invitation, String code) {
        return plain(invitation.dialled()).equals(code)
                || invitation
                        .requested()
                        .map(DutyDoor::plain)
                        .filter(code::equals)
                        .isPresent();
    }

    /** Some PBXs escape what needs no escaping, and a hash needs it (RFC 3261 section 25.1). */
    private static String plain(String user) {
        return user.replaceAll("(?i)%2a", "*").replaceAll("%23", "#");
    }

    /** However it is written, and with or without the country's 1, it is one number. */
    static String digits(String number) {
        String digits = number.replaceAll("[^0-9]", "");
        return digits.length() == NATIONAL && digits.startsWith("1") ? digits.substring(1) : digits;
    }
}
