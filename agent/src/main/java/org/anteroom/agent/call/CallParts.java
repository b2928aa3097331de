package org.anteroom.agent.call;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.anteroom.agent.config.OncallConfig;
import org.anteroom.agent.dialogue.Catalogue;
import org.anteroom.agent.dialogue.Conversation;
import org.anteroom.agent.emergency.Detector;
import org.anteroom.agent.emergency.OnCall;
import org.anteroom.agent.emergency.Scorer;
import org.anteroom.agent.notice.AlarmTimes;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.MediaEngine;
import org.anteroom.speech.Ears;

/**
 * What all calls share, made and closed by the composition root.
 *
 * @param duty who is on call by what was accepted last: asked once for each emergency, any thread
 * @param scorer judges the meaning of what callers say, on one thread; empty when the sentence model can't be used
 * @param records where calls and messages are kept; empty in emergency-only mode
 */
public record CallParts(
        CallSettings settings,
        Supplier<OnCall> duty,
        MediaEngine media,
        Ears ears,
        SpokenPrompts prompts,
        Detector detector,
        Optional<Scorer> scorer,
        Conversation conversation,
        Catalogue catalogue,
        Optional<CallRecords> records,
        Alarms alarms,
        Health health,
        Counters counters,
        LatencyLog latencies,
        CallObserver observer,
        Clock clock) {

    private static final Duration NEVER = Duration.ofDays(1);

    /**
     * The same for a drill: it rings the order's phones and no others, because it knows no others; its figures and its
     * alarms are the drill's alone.
     */
    CallParts forDrill(DrillOrder order) {
        OncallConfig phones = order.plan(settings.oncall());
        OnCall onCall = OnCall.of(phones, List.of(), settings.practice().timezone());
        Counters own = new Counters();
        return new CallParts(
                settings.forDrill(phones),
                () -> onCall,
                media,
                ears,
                prompts,
                detector,
                scorer,
                conversation,
                catalogue,
                records,
                new Alarms(List.of(), AlarmTimes.of(NEVER, NEVER), clock, own),
                health,
                own,
                new LatencyLog(),
                order.observer(),
                clock);
    }

    /** The same for a call in which a PIN is typed. */
    CallParts forHandOver() {
        return with(settings.unrecorded(), observer);
    }

    /** The same as the practice chose anew, for calls to come. */
    CallParts choosing(CallChoices chosen) {
        return with(chosen, observer);
    }

    /** The same with another observer. */
    CallParts observedBy(CallObserver other) {
        return with(settings, other);
    }

    /**
     * For a call that begins now: for emergencies only while the records can't be written, because what a caller would leave
     * were lost. A call keeps what it began with. Its journal waits in memory until it can be written.
     */
    CallParts now() {
        return settings.emergencyOnly() || health.ok(Condition.RECORDS)
                ? this
                : with(settings.forEmergencies(), observer);
    }

    private CallParts with(CallSettings chosen, CallObserver other) {
        return with(new CallChoices(chosen, prompts, detector, conversation, catalogue), other);
    }

    private CallParts with(CallChoices chosen, CallObserver other) {
        return new CallParts(
                chosen.settings(),
                duty,
                media,
                ears,
                chosen.prompts(),
                chosen.detector(),
                scorer,
                chosen.conversation(),
                chosen.catalogue(),
                records,
                alarms,
                health,
                counters,
                latencies,
                other,
                clock);
    }
}
