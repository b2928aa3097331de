package org.anteroom.agent.call;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.config.StaffConfig;
import org.anteroom.agent.sip.Invitation;

/**
 * Which calls are about an override: those to the code from an extension that is listed. The number lets in to the PIN and no
 * farther: it can be forged. All other calls are ordinary ones, and nothing tells their callers that there is a code. Pure.
 */
record StaffDoor(StaffConfig staff) {

    /** Who may be calling, by name; empty for an ordinary call. */
    List<String> knock(Invitation invitation) {
        Optional<String> number = invitation.caller().map(DutyDoor::digits).filter(digits -> !digits.isEmpty());
        boolean listed = number.isPresent()
                && staff.extensions().stream().map(DutyDoor::digits).anyMatch(number.get()::equals);
        boolean dialled =
                staff.code().filter(code -> DutyDoor.dialled(invitation, code)).isPresent();
        return listed && dialled ? staff.people() : List.of();
    }
}
