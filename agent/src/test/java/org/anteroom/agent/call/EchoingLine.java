package org.anteroom.agent.call;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.anteroom.media.CancelledLine;
import org.anteroom.media.CancelledLine.Which;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.Render;
import org.anteroom.speech.SpokenText;

/**
 * A line that sends back what it hears, and perhaps a caller's voice with it, coded as on the wire, through an echo canceller,
 * the own-voice guard, the recogniser and the detector. Frame by frame and without a clock: the same every time.
 */
final class EchoingLine {
    private static final int FRAME = 160;
    private static final int SAMPLES_PER_MS = 8;
    private static final int AFTER_MS = 2_000;
    private static final int DELAY_MS = 140;

    private EchoingLine() {}

    /** What the detector decides while we say the sentence, or until it decides, over a line's echo and this machine's canceller. */
    static List<String> decisions(Render ours, int decibels, short[] caller) throws Exception {
        return decisions(Which.OURS, ours, sent -> late(sent, decibels), caller);
    }

    /**
     * What the detector decides while we say the sentence, or until it decides, when there is a caller.
     *
     * @param echo what comes back of what we send, both of the same length
     * @param caller what the caller says from our first sample on
     */
    static List<String> decisions(Which canceller, Render ours, UnaryOperator<short[]> echo, short[] caller)
            throws Exception {
        Senses senses = Senses.shared();
        int said = Math.max(ours.pcm().length, caller.length);
        int length = (said + AFTER_MS * SAMPLES_PER_MS) / FRAME * FRAME;
        short[] sent = Arrays.copyOf(ours.pcm(), length);
        short[] in = incoming(echo.apply(CancelledLine.coded(sent)), caller);
        short[] clean = CancelledLine.of(canceller, in, sent, ours.pcm().length);
        EchoWatch watch = new EchoWatch();
        OwnVoice own = new OwnVoice();
        Turn turn = new Turn(senses.detector, own, watch);
        own.started(1, SpokenText.words(ours.text()), ours.durationMs(), 0);
        List<String> decisions = new ArrayList<>();
        try (Listening listening = senses.ears.listening()) {
            for (int from = 0; from < length && (caller.length == 0 || decisions.isEmpty()); from += FRAME) {
                long nowMs = (from + FRAME) / SAMPLES_PER_MS;
                watch.frame(frame(in, from), frame(sent, from));
                if (nowMs >= ours.durationMs()) {
                    own.ended(1, ours.durationMs());
                }
                for (Heard heard : listening.feed(frame(clean, from), FRAME)) {
                    take(turn, heard, decisions);
                }
                turn.quiet(nowMs).decision().ifPresent(decision -> decisions.add(decision.toString()));
            }
        }
        return decisions;
    }

    /** The echo of a line: late by a jitter buffer and a hop or two, and weaker. */
    static short[] late(short[] sent, int decibels) {
        double gain = Math.pow(10, decibels / 20.0);
        int delay = DELAY_MS * SAMPLES_PER_MS;
        short[] back = new short[sent.length];
        for (int i = delay; i < back.length; i++) {
            back[i] = (short) Math.round(sent[i - delay] * gain);
        }
        return back;
    }

    private static short[] incoming(short[] echo, short[] caller) {
        short[] in = echo.clone();
        for (int i = 0; i < caller.length; i++) {
            in[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, in[i] + caller[i]));
        }
        return CancelledLine.coded(in);
    }

    private static short[] frame(short[] pcm, int from) {
        return Arrays.copyOfRange(pcm, from, from + FRAME);
    }

    /** What the call would do with what is heard, but for the conversation. */
    private static void take(Turn turn, Heard heard, List<String> decisions) {
        if (heard instanceof Heard.Partial partial) {
            turn.heard(partial).decision().ifPresent(decision -> decisions.add(decision.toString()));
        } else if (heard instanceof Heard.Paused paused) {
            turn.paused(paused.audioMs()).ifPresent(decision -> decisions.add(decision.toString()));
        } else if (heard instanceof Heard.Final whole) {
            turn.heard(whole).decision().ifPresent(decision -> decisions.add(decision.toString()));
        }
    }
}
