package org.anteroom.agent.call;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.anteroom.media.Codec;
import org.anteroom.media.MediaCounters;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.MediaSettings;
import org.anteroom.media.PlaybackListener;
import org.anteroom.media.RtpPort;
import org.anteroom.media.Sound;
import org.anteroom.media.StreamDescription;
import org.anteroom.speech.Heard;
import org.anteroom.speech.Listening;
import org.anteroom.speech.Render;
import org.anteroom.speech.SpokenText;

/**
 * A call over real RTP whose far end sends back what it hears, weaker, and perhaps a caller's voice with it; with the echo
 * canceller that this machine has, if any. In real time.
 */
final class EchoingLine {
    private static final int AFTER_MS = 2_000;

    /** Lines may stand side by side. */
    private static final AtomicInteger LINES = new AtomicInteger();

    private EchoingLine() {}

    /** What the detector decides while we say the sentence, or until it decides, when there is a caller; the caller's first sample goes out with ours. */
    static List<String> decisions(Render ours, int decibels, short[] caller) throws Exception {
        Senses senses = Senses.shared();
        EchoWatch watch = new EchoWatch();
        OwnVoice own = new OwnVoice();
        Turn turn = new Turn(senses.detector, own, watch);
        BlockingQueue<short[]> frames = new LinkedBlockingQueue<>();
        Echo echo = new Echo(decibels, caller);
        List<String> decisions = new ArrayList<>();
        try (MediaEngine media = media();
                RtpPort near = media.open();
                RtpPort far = media.open();
                Listening listening = senses.ears.listening()) {
            near.record((in, out, at) -> watch.frame(in, out));
            near.tap((pcm, at, concealed) -> frames.add(pcm.clone()));
            far.tap((pcm, at, concealed) -> echo.hear(pcm));
            near.connect(to(far));
            far.connect(to(near));
            far.player().play(echo);
            CountDownLatch started = new CountDownLatch(1);
            near.player().play(Sound.of(ours.pcm()), (playback, event, nanos) -> {
                if (event == PlaybackListener.Event.STARTED) {
                    echo.start();
                    started.countDown();
                }
            });
            if (!started.await(10, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing was played");
            }
            long startMs = frames.size() * 20L;
            own.started(1, SpokenText.words(ours.text()), ours.durationMs(), startMs);
            long endMs = startMs + ours.durationMs();
            long heardMs = 0;
            while (heardMs < endMs + AFTER_MS && (caller.length == 0 || decisions.isEmpty())) {
                short[] frame = frames.poll(10, TimeUnit.SECONDS);
                if (frame == null) {
                    throw new AssertionError("no more sound came");
                }
                heardMs += 20;
                if (heardMs >= endMs) {
                    own.ended(1, endMs);
                }
                for (Heard heard : listening.feed(frame, frame.length)) {
                    take(turn, heard, decisions);
                }
                turn.quiet(heardMs).decision().ifPresent(decision -> decisions.add(decision.toString()));
            }
        }
        return decisions;
    }

    /** Whether this machine has an echo canceller. */
    static boolean cancels() throws Exception {
        try (MediaEngine media = media()) {
            return !media.echoCanceller().equals("none");
        }
    }

    private static MediaEngine media() throws Exception {
        int port = 30_400 + 20 * (LINES.getAndIncrement() % 4);
        return new MediaEngine(
                new MediaSettings(InetAddress.getLoopbackAddress(), port, port + 19, 20, 200, true),
                new MediaCounters());
    }

    /** What the call would do with what is heard, but for the conversation. */
    static void take(Turn turn, Heard heard, List<String> decisions) {
        if (heard instanceof Heard.Partial partial) {
            turn.heard(partial).decision().ifPresent(decision -> decisions.add(decision.toString()));
        } else if (heard instanceof Heard.Paused paused) {
            turn.paused(paused.audioMs()).ifPresent(decision -> decisions.add(decision.toString()));
        } else if (heard instanceof Heard.Final whole) {
            turn.heard(whole).decision().ifPresent(decision -> decisions.add(decision.toString()));
        }
    }

    private static StreamDescription to(RtpPort port) {
        return new StreamDescription(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port.localPort()),
                Codec.PCMU,
                0,
                OptionalInt.empty(),
                20,
                true,
                true);
    }

    /** What the far end sends: the sound it heard last, and the caller. Media clock only, but for the start. */
    private static final class Echo implements Sound {
        private final double gain;
        private final short[] caller;
        private final short[] heard = new short[160];
        private volatile boolean on;
        private int said;

        Echo(int decibels, short[] caller) {
            this.gain = Math.pow(10, decibels / 20.0);
            this.caller = caller;
        }

        void start() {
            on = true;
        }

        void hear(short[] pcm) {
            System.arraycopy(pcm, 0, heard, 0, heard.length);
        }

        @Override
        public int read(short[] into, int offset, int length) {
            for (int i = 0; i < length; i++) {
                double sample = heard[i % heard.length] * gain;
                if (on && said < caller.length) {
                    sample += caller[said++];
                }
                into[offset + i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(sample)));
            }
            return length;
        }
    }
}
