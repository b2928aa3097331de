package org.anteroom.agent.call;

import java.util.Optional;
import java.util.function.IntSupplier;
import org.anteroom.agent.sip.Invitation;

/**
 * Keeps calls that are put to the desk first from going round: a desk that nobody picks up may pass its calls on to us, and
 * each would ring it again, until no caller were let in any more. Any thread.
 */
final class DeskGuard {
    private final IntSupplier ringing;
    private final IntSupplier simultaneous;

    /**
     * @param ringing for how many calls the desk rings
     * @param simultaneous how many callers are let in at once
     */
    DeskGuard(IntSupplier ringing, IntSupplier simultaneous) {
        this.ringing = ringing;
        this.simultaneous = simultaneous;
    }

    /** The parts for a call that comes in now. */
    CallParts choose(CallParts parts, Invitation invitation) {
        if (!parts.settings().mayRingDeskFirst(invitation.reason())) {
            return parts;
        }
        Optional<String> desk =
                parts.settings().deskFirst(invitation.reason(), parts.clock().instant());
        if (desk.isEmpty()) {
            return parts;
        }
        String number = DutyDoor.digits(desk.get());
        boolean passedOn = invitation.diversions().stream()
                .anyMatch(step -> DutyDoor.digits(step.number()).equals(number));
        boolean itself =
                invitation.caller().map(DutyDoor::digits).filter(number::equals).isPresent();
        // A PBX that doesn't say who passed a call on: half of the places stay for callers whatever goes round.
        boolean many = ringing.getAsInt() >= Math.max(1, simultaneous.getAsInt() / 2);
        return passedOn || itself || many ? parts.deskLater() : parts;
    }
}
