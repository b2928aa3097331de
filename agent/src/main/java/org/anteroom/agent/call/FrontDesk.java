package org.anteroom.agent.call;

import java.time.Duration;
import java.util.List;
import org.anteroom.agent.call.CallState.Trigger;
import org.anteroom.agent.config.DeskConfig;
import org.anteroom.agent.dialogue.Destination;
import org.anteroom.agent.sip.LegEvent;
import org.jspecify.annotations.Nullable;

/** The front desk's part in a hand-over: one call to it at a time, and what it does to the caller's side. Mailbox only. */
final class FrontDesk implements DeskCall.Caller {
    private final CallerLine caller;
    private final Prompter prompter;
    private final Dialler dialler;
    private final CallTrace trace;
    private final DeskConfig config;
    private final Handover.Call call;
    private @Nullable DeskCall ringing;

    FrontDesk(
            CallerLine caller,
            Prompter prompter,
            Dialler dialler,
            CallTrace trace,
            DeskConfig config,
            Handover.Call call) {
        this.caller = caller;
        this.prompter = prompter;
        this.dialler = dialler;
        this.trace = trace;
        this.config = config;
        this.call = call;
    }

    void ring(String number, long nanos) {
        if (call.move(Trigger.DESK_ASKED)) {
            DeskCall desk = new DeskCall(number, Duration.ofSeconds(config.ringSeconds()), dialler, this);
            ringing = desk;
            prompter.comfortTone(true);
            desk.start(nanos);
        }
    }

    /** Whether it rings or talks. */
    boolean busy() {
        return ringing != null;
    }

    boolean owns(FarLeg leg) {
        DeskCall desk = ringing;
        return desk != null && desk.owns(leg);
    }

    void event(LegEvent event, long nanos) {
        DeskCall desk = ringing;
        if (desk != null) {
            desk.event(event, nanos);
        }
    }

    void tick(long nanos) {
        DeskCall desk = ringing;
        if (desk != null) {
            desk.tick(nanos);
        }
    }

    void stop(long nanos) {
        DeskCall desk = ringing;
        ringing = null;
        if (desk != null) {
            desk.stop(nanos);
        }
    }

    /** Stops ringing as if nobody had answered. */
    void giveUp(long nanos) {
        if (ringing != null) {
            stop(nanos);
            deskFailed();
        }
    }

    @Override
    public void join(FarLeg leg) {
        call.move(Trigger.DESK_TAKEN);
        prompter.stop();
        prompter.comfortTone(false);
        caller.listen(false);
        leg.hush();
        leg.bridge(List.of(caller.port()));
    }

    @Override
    public void part(FarLeg leg) {
        leg.unbridge();
        caller.listen(true);
    }

    @Override
    public void deskFailed() {
        ringing = null;
        prompter.comfortTone(false);
        if (call.move(Trigger.DESK_FAILED)) {
            call.givenBack(Destination.DESK);
        }
    }

    @Override
    public void deskLeft() {
        ringing = null;
        if (call.move(Trigger.DESK_LEFT)) {
            call.goodbye();
        }
    }

    @Override
    public void noted(FarLeg leg, String what, long nanos) {
        trace.leg(leg, what, nanos);
    }
}
