package org.anteroom.agent.call;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.call.HandBackState.Act;
import org.anteroom.agent.call.HandBackState.Event;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.TransferVerdict;
import org.jspecify.annotations.Nullable;

/**
 * Hands a call that a human has taken to the PBX, once per call at most, as the table of {@link HandBackState} says: the
 * PBX then carries it without us, through a restart of ours too. Where it can't or won't, nobody notices. Mailbox only.
 */
final class HandBack {
    /** PBXs take 10-40 ms between ending a leg and their verdict; a caller whose phone hung up waits for so long. */
    private static final long LEFT_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** What it wants of the call. */
    interface Bridge {
        /** Asks the PBX; the verdict is told to {@link HandBack#verdict}. */
        void ask(FarLeg phone);

        /** The phone is silent: the caller hears the comfort tone. */
        void comfort(FarLeg phone);

        void phoneLeft(FarLeg phone, LegEvent event, long nanos);

        void callerLeft(String why, long nanos);

        /** The PBX has the two: ours is over. */
        void handed(long nanos);

        /** A step, for the journal. */
        void noted(FarLeg phone, String what, long nanos);
    }

    private final HandBackRule rule;
    private final Bridge bridge;
    private HandBackState state = HandBackState.OURS;
    /** The phone that has the caller; since the question, the one it is about. */
    private @Nullable FarLeg phone;
    /** Since when the two talk undisturbed; since when a leg that ended waits for the verdict. */
    private long since;

    private @Nullable LegEvent phonesEnd;
    private String callersEnd = "";

    HandBack(HandBackRule rule, Bridge bridge) {
        this.rule = rule;
        this.bridge = bridge;
    }

    /**
     * Time passes.
     *
     * @param bridged the phone that has the caller, where it is one to be handed over
     * @param held whether the caller is on hold
     */
    void tick(Optional<FarLeg> bridged, boolean held, long nanos) {
        long waited = nanos - since;
        switch (state) {
            case OURS -> {
                FarLeg now = bridged.orElse(null);
                // A phone that holds us is parted from the caller for so long.
                if (now == null || now != phone || held || !now.bridged()) {
                    phone = now;
                    since = nanos;
                } else if (waited >= rule.after().toNanos()) {
                    tell(Event.DUE, nanos);
                }
            }
            case PHONE_GONE, CALLER_GONE -> {
                if (waited >= LEFT_NANOS) {
                    tell(Event.LATE, nanos);
                }
            }
            case ASKED, KEPT, HANDED -> {}
        }
    }

    /** One of the two changed its stream. */
    void disturbed(long nanos) {
        if (state == HandBackState.OURS) {
            since = nanos;
        }
    }

    /** A key of an on-call phone. */
    void key(FarLeg leg, long nanos) {
        if (leg.bridged()) {
            tell(Event.TOUCHED, nanos);
        }
    }

    /** The leg of an on-call phone has ended; false when that is nothing to this. */
    boolean phoneLeft(FarLeg leg, LegEvent event, long nanos) {
        if (leg != phone || !(event instanceof LegEvent.Ended)) {
            return false;
        }
        phonesEnd = event;
        tell(Event.PHONE_LEFT, nanos);
        return true;
    }

    /** The caller's leg has ended. */
    void callerLeft(String why, long nanos) {
        callersEnd = why;
        tell(Event.CALLER_LEFT, nanos);
    }

    /** We have parted the caller from that phone. */
    void parted(FarLeg leg, long nanos) {
        if (leg == phone) {
            tell(Event.PARTED, nanos);
        }
    }

    void verdict(FarLeg leg, TransferVerdict verdict, long nanos) {
        if (leg != phone) {
            return;
        }
        boolean joined = verdict instanceof TransferVerdict.Joined;
        if (!joined) {
            bridge.noted(leg, "not handed to the PBX: " + reason(verdict), nanos);
        }
        tell(joined ? Event.JOINED : Event.NOT_JOINED, nanos);
    }

    private static String reason(TransferVerdict verdict) {
        if (verdict instanceof TransferVerdict.Refused refused) {
            return "status " + refused.status();
        }
        return verdict instanceof TransferVerdict.Impossible impossible ? impossible.why() : "it did not say";
    }

    private void tell(Event event, long nanos) {
        HandBackState.Step step = state.after(event);
        boolean waits = step.state() != state;
        state = step.state();
        since = waits ? nanos : since;
        for (Act act : step.acts()) {
            carryOut(act, nanos);
        }
    }

    private void carryOut(Act act, long nanos) {
        FarLeg leg = phone;
        if (act == Act.TELL_CALLER_LEFT) {
            bridge.callerLeft(callersEnd, nanos);
        } else if (leg != null) {
            switch (act) {
                case ASK -> {
                    bridge.noted(leg, "asked the PBX to take over", nanos);
                    bridge.ask(leg);
                }
                case COMFORT -> bridge.comfort(leg);
                case TELL_PHONE_LEFT -> {
                    LegEvent end = phonesEnd;
                    if (end != null) {
                        bridge.phoneLeft(leg, end, nanos);
                    }
                }
                case RELEASE -> {
                    bridge.noted(leg, "handed to the PBX", nanos);
                    bridge.handed(nanos);
                }
                case TELL_CALLER_LEFT -> {}
            }
        }
    }
}
