package org.anteroom.agent.call;

import java.io.IOException;
import java.time.Duration;
import org.anteroom.agent.sip.LegEvent;
import org.jspecify.annotations.Nullable;

/** Puts a caller through to the front desk, as the table of {@link DeskState} says. Mailbox only. */
final class DeskCall {
    /** The number its leg has: not one of a ladder's. */
    private static final int LEG = 0;

    /** The caller's side. */
    interface Caller {
        void join(FarLeg leg);

        void part(FarLeg leg);

        void deskFailed();

        void deskLeft();

        void noted(FarLeg leg, String what, long nanos);
    }

    private final String dial;
    private final long ringNanos;
    private final Dialler dialler;
    private final Caller caller;
    private DeskState state = DeskState.IDLE;
    private @Nullable FarLeg leg;
    private long since;

    DeskCall(String dial, Duration ring, Dialler dialler, Caller caller) {
        this.dial = dial;
        this.ringNanos = ring.toNanos();
        this.dialler = dialler;
        this.caller = caller;
    }

    void start(long nanos) {
        since = nanos;
        tell(DeskState.Event.ASKED, nanos);
    }

    void stop(long nanos) {
        tell(DeskState.Event.STOPPED, nanos);
    }

    void tick(long nanos) {
        if (nanos - since > ringNanos) {
            tell(DeskState.Event.TIMED_OUT, nanos);
        }
    }

    boolean owns(FarLeg other) {
        return leg == other;
    }

    void event(LegEvent event, long nanos) {
        FarLeg ours = leg;
        if (ours == null) {
            return;
        }
        if (event instanceof LegEvent.Answered answered) {
            ours.answer(answered.stream());
            caller.noted(ours, "answered", nanos);
            tell(DeskState.Event.ANSWERED, nanos);
        } else if (event instanceof LegEvent.Reoffered changed) {
            ours.reconnect(changed.stream());
        } else if (event instanceof LegEvent.Refused refused) {
            caller.noted(ours, "refused " + refused.status(), nanos);
            tell(DeskState.Event.FAILED, nanos);
        } else if (event instanceof LegEvent.Ended ended) {
            caller.noted(ours, "ended " + ended.cause(), nanos);
            tell(DeskState.Event.LEFT, nanos);
        }
    }

    private void tell(DeskState.Event event, long nanos) {
        DeskState.Step step = state.after(event);
        state = step.state();
        for (DeskState.Act act : step.acts()) {
            switch (act) {
                case RING -> ring(nanos);
                case JOIN -> join(nanos);
                case HANG_UP -> hangUp();
                case REPORT_FAILED -> caller.deskFailed();
                case END_CALL -> caller.deskLeft();
            }
        }
    }

    private void ring(long nanos) {
        try {
            FarLeg desk = dialler.leg(LEG, "desk");
            leg = desk;
            dialler.ring(desk, dial);
            caller.noted(desk, "invite", System.nanoTime());
        } catch (IOException exhausted) {
            tell(DeskState.Event.FAILED, nanos);
        }
    }

    private void join(long nanos) {
        FarLeg desk = leg;
        if (desk != null) {
            caller.join(desk);
            caller.noted(desk, "bridged", nanos);
        }
    }

    private void hangUp() {
        FarLeg desk = leg;
        leg = null;
        if (desk != null) {
            if (desk.bridged()) {
                caller.part(desk);
            }
            desk.close();
        }
    }
}
