package org.anteroom.agent.cli;

import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.RegistrationState;
import org.anteroom.agent.sip.SipCount;
import org.anteroom.agent.sip.SipCounters;
import org.anteroom.agent.watch.Counters;
import org.anteroom.agent.watch.Metric;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.speech.Ears;
import org.anteroom.speech.SpeechCounters;

/** Says where the figures of line, sound and speech are read: those rooms count for themselves and know no metrics. */
final class Gauges {

    private Gauges() {}

    static void publish(
            Counters counters,
            SipCounters sip,
            Line line,
            MediaCounters sound,
            MediaEngine engine,
            SpeechCounters speech,
            Ears ears) {
        counters.tally(Metric.CALLS_LOOPED, () -> sip.get(SipCount.LOOPS));
        counters.tally(Metric.SIP_REGISTRATIONS, () -> sip.get(SipCount.REGISTRATIONS));
        counters.tally(Metric.SIP_REGISTRATION_FAILURES, () -> sip.get(SipCount.REGISTRATION_FAILURES));
        counters.tally(Metric.SIP_DROPPED_FOREIGN, () -> sip.get(SipCount.FOREIGN_DATAGRAMS));
        counters.tally(Metric.SIP_MALFORMED, () -> sip.get(SipCount.MALFORMED_MESSAGES));
        counters.tally(Metric.SIP_FAILURES, () -> sip.get(SipCount.FAULTS));
        counters.gauge(Metric.SIP_DIALOGS, () -> line.tables().dialogs());
        counters.gauge(
                Metric.SIP_TRANSACTIONS,
                () -> line.tables().clientTransactions() + line.tables().serverTransactions());
        counters.gauge(Metric.SIP_LEGS, () -> line.tables().legs());
        counters.gauge(Metric.SIP_CONNECTIONS, () -> line.tables().connections());
        counters.gauge(
                Metric.SIP_REGISTERED, () -> line.registration() instanceof RegistrationState.Registered ? 1 : 0);
        counters.gauge(Metric.RTP_PORTS, engine::openPorts);
        counters.tally(Metric.RTP_PACKETS_IN, sound::packetsIn);
        counters.tally(Metric.RTP_PACKETS_OUT, sound::packetsOut);
        counters.tally(Metric.RTP_MALFORMED, sound::malformed);
        counters.tally(Metric.RTP_FOREIGN, sound::foreignSource);
        counters.tally(Metric.RTP_LATE, sound::late);
        counters.tally(Metric.RTP_LOST, sound::lost);
        counters.tally(Metric.RTP_CONCEALED, sound::concealedFrames);
        counters.tally(Metric.RTP_CLOCK_OVERRUNS, sound::clockOverruns);
        counters.tally(Metric.SPEECH_FRAMES_DROPPED, () -> speech.values().getOrDefault("speech.frames.dropped", 0L));
        counters.gauge(Metric.SPEECH_RECOGNISERS_BUSY, ears::openEars);
        counters.gauge(Metric.SPEECH_RECOGNISERS_SPARE, () -> ears.health().spares());
    }
}
