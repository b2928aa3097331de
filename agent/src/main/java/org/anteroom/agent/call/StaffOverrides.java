package org.anteroom.agent.call;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.anteroom.agent.config.StaffConfig;
import org.anteroom.agent.dialogue.DutyNews;
import org.anteroom.agent.dialogue.StaffTalk;
import org.anteroom.agent.dialogue.StaffWish;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.sip.Invitation;
import org.anteroom.agent.watch.ThreadNames;

/**
 * Overrides by phone: lets their calls in, compares PINs, and has done what was confirmed with the key. Owns the thread {@code
 * staff}, on which everything slow is done; its other methods never block and may be called from any thread.
 */
public final class StaffOverrides implements AutoCloseable {
    private final StaffConfig staff;
    private final ZoneId zone;
    private final StaffDoor door;
    private final StaffBook book;
    private final PinCheck pins;
    private final SlowWork slow = new SlowWork(ThreadNames.STAFF, "an override by phone");

    /** @param zone the practice's */
    public StaffOverrides(StaffConfig staff, ZoneId zone, StaffBook book, Alarms alarms, Clock clock) {
        this.staff = staff;
        this.zone = zone;
        this.door = new StaffDoor(staff);
        this.book = book;
        this.pins = new PinCheck(purpose(staff), book, alarms, clock);
    }

    private static PinPurpose purpose(StaffConfig staff) {
        return new PinPurpose(
                "staff",
                "for an override by phone",
                "put an override in force by phone",
                "No override",
                "anteroom staff pin",
                who -> "staff.people[" + staff.numberOf(who) + "]");
    }

    /** The call, where it is about an override; empty for an ordinary one. */
    Optional<PinCall> knock(Invitation invitation) {
        return door.knock(invitation).isEmpty()
                ? Optional.empty()
                : Optional.of(new StaffCall(
                        this,
                        new StaffTalk(zone),
                        invitation.caller().map(DutyDoor::digits).orElse("")));
    }

    /** Whether it is the PIN of one of the people. */
    CompletableFuture<DutyNews> check(String phone, String typed) {
        return slow.answer(() -> pins.of(staff.people(), phone, typed));
    }

    CompletableFuture<DutyNews> carryOut(StaffWish wish) {
        return slow.answer(() -> wish instanceof StaffWish.Put put
                ? book.put(put.who(), put.what())
                : wish instanceof StaffWish.Lift lift ? book.lift(lift.who(), lift.what()) : new DutyNews.NotNow());
    }

    /** Finishes what is being written, within two seconds. */
    @Override
    public void close() {
        slow.close();
    }
}
