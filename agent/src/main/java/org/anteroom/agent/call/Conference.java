package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.List;
import org.anteroom.media.RtpPort;

/**
 * Who talks with the caller: whoever took the call, a service they added, or both; each hears all others. A phone that
 * holds the others is parted from them for so long, and a caller whom everybody holds hears us. When the caller has gone,
 * two phones that stay hear each other. Mailbox only.
 *
 * <pre>
 *   phone   holds   caller hears   service hears
 *   -----   -----   ------------   -------------
 *   one     no      the phone
 *   one     yes     us
 *   two     none    both           both
 *   two     one     the other      the caller, where it isn't the one that holds
 *   two     both    us             nobody
 * </pre>
 */
final class Conference {
    private final CallerLine caller;
    private final Prompter prompter;
    private final OnHold onHold;
    private final List<FarLeg> legs = new ArrayList<>();
    private boolean callerHere = true;
    /** Everybody holds the caller. */
    private boolean held;

    Conference(CallerLine caller, Prompter prompter, OnHold onHold) {
        this.caller = caller;
        this.prompter = prompter;
        this.onHold = onHold;
    }

    /** One more talks; what plays to that phone, and to the caller, stops. */
    void join(FarLeg leg, long nanos) {
        legs.add(leg);
        leg.hush();
        if (callerHere) {
            held = false;
            onHold.end();
            prompter.stop();
            prompter.comfortTone(false);
            caller.listen(false);
        }
        seat(nanos);
    }

    /** One talks no more. */
    void part(FarLeg leg, long nanos) {
        legs.remove(leg);
        leg.unbridge();
        if (legs.isEmpty()) {
            held = false;
            onHold.end();
            caller.listen(true);
        } else {
            seat(nanos);
        }
    }

    /** Whether the caller has nobody to talk with. */
    boolean empty() {
        return legs.isEmpty();
    }

    /** Who hears whom, from what the phones hold now. */
    void seat(long nanos) {
        List<FarLeg> talking =
                legs.stream().filter(leg -> !leg.held() && !leg.closed()).toList();
        legs.stream().filter(leg -> !talking.contains(leg)).forEach(FarLeg::unbridge);
        List<RtpPort> ports = new ArrayList<>();
        if (callerHere) {
            ports.add(caller.port());
        }
        for (FarLeg leg : talking) {
            leg.bridge(List.copyOf(ports));
            ports.add(leg.port());
        }
        comfort(callerHere && talking.isEmpty() && !legs.isEmpty(), nanos);
    }

    private void comfort(boolean alone, long nanos) {
        if (alone && !held) {
            prompter.comfortTone(true);
            onHold.begin(nanos);
        } else if (!alone && held) {
            onHold.end();
            prompter.stop();
            prompter.comfortTone(false);
        }
        held = alone;
    }

    void tick(long nanos) {
        onHold.tick(nanos);
    }

    /** The caller has hung up. */
    void callerGone(long nanos) {
        callerHere = false;
        held = false;
        onHold.end();
        seat(nanos);
    }

    /** Everybody was hung up. */
    void end() {
        legs.clear();
        held = false;
        onHold.end();
    }
}
