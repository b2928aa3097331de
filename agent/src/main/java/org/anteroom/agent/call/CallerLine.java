package org.anteroom.agent.call;

import java.time.LocalDateTime;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anteroom.agent.dialogue.Hearing;
import org.anteroom.agent.dialogue.Listen;
import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.Leg;
import org.anteroom.media.RtpPort;
import org.anteroom.media.Subscription;
import org.anteroom.speech.Ear;
import org.anteroom.speech.Ears;
import org.anteroom.speech.Expected;

/**
 * The caller's side of a call: leg, port and ear. Owns port and ear. Mailbox only; {@link Listening} runs on the media
 * clock.
 */
final class CallerLine implements AutoCloseable {
    private final Leg leg;
    private final RtpPort port;
    private final Ear ear;
    private final AudioClock clock;
    private final Listening listening;
    private final Subscription tap;
    private final EchoWatch echo = new EchoWatch();
    private final Subscription both;
    private boolean held;
    private boolean connected;
    /** When sound was first to be expected. */
    private long soundNanos;

    private boolean closed;

    /** Opens the ear; {@code urgent} is told what it hears and every key. */
    CallerLine(Leg leg, RtpPort port, Ears ears, Consumer<Mail> urgent) {
        this.leg = leg;
        this.port = port;
        this.clock = new AudioClock(System.nanoTime());
        this.ear = ears.open(heard -> urgent.accept(new Mail.CallerHeard(heard, System.nanoTime())));
        this.listening = new Listening();
        this.tap = port.tap(listening::frame);
        this.both = port.record((incoming, outgoing, offset) -> echo.frame(incoming, outgoing));
        port.onDigit(digit -> urgent.accept(new Mail.CallerKey(digit, System.nanoTime())));
    }

    Leg leg() {
        return leg;
    }

    RtpPort port() {
        return port;
    }

    /** Tells our own voice from the caller's. */
    EchoWatch echo() {
        return echo;
    }

    AudioClock clock() {
        return clock;
    }

    /** Whether the PBX holds us: the caller hears something else and must not be timed. */
    boolean held() {
        return held;
    }

    /** The stream both sides agreed on, at first or anew. */
    void connect(AgreedStream stream, long nanos) {
        boolean before = held;
        held = !stream.receive() || !stream.send();
        if (!connected || before) {
            connected = true;
            soundNanos = nanos;
        }
        port.connect(Streams.of(stream));
    }

    /** Whether the caller's first packet is there: from then on nothing of ours is lost on the way. */
    boolean flowing() {
        return port.stats().firstPacketInNanos().isPresent();
    }

    /** How long nothing at all came from the caller, in ms; 0 before the call stands. Time on hold doesn't count. */
    long silentMs(long nanos) {
        if (!connected) {
            return 0;
        }
        OptionalLong last = port.stats().lastPacketInNanos();
        long since = nanos - soundNanos;
        return TimeUnit.NANOSECONDS.toMillis(last.isPresent() ? Math.min(since, nanos - last.getAsLong()) : since);
    }

    /** Whether the ear hears the caller; otherwise it hears silence, so that audio time goes on. */
    void listen(boolean on) {
        listening.on = on;
    }

    /**
     * How the caller is expected to answer.
     *
     * @param now where the practice is
     */
    void expect(Listen listen, LocalDateTime now) {
        Expected expected = Expected.of(kind(listen.hearing())).judgedBy(new AnswerRule(listen.hearing(), now));
        ear.expect(listen.grammar().isEmpty() ? expected : expected.withGrammar(listen.grammar()));
    }

    /** Anything may come: after an alarm. */
    void expectAnything() {
        ear.expect(Expected.open());
    }

    void hangUp() {
        leg.hangUp();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        leg.hangUp();
        tap.close();
        both.close();
        ear.close();
        port.close();
    }

    private static Expected.Kind kind(Hearing hearing) {
        return switch (hearing) {
            case OPEN -> Expected.Kind.OPEN;
            case YES_NO -> Expected.Kind.YES_NO;
            case DIGITS, PIN, CODE -> Expected.Kind.DIGITS;
            case SPELLING -> Expected.Kind.SPELLING;
            case NAME -> Expected.Kind.NAME;
            case BIRTH_DATE -> Expected.Kind.DATE;
            case MEMBER_ID -> Expected.Kind.CODE;
            case WHEN -> Expected.Kind.TIME;
            case CHOICE -> Expected.Kind.CHOICE;
            case MONOLOGUE -> Expected.Kind.MONOLOGUE;
            case ADDITION -> Expected.Kind.ADDITION;
            case LAST_WORDS -> Expected.Kind.LAST_WORDS;
        };
    }

    /** Hands frames to the ear, on the media clock. */
    private final class Listening {
        private final short[] silence = new short[160];
        private volatile boolean on = true;
        private long samples;

        void frame(short[] pcm, long sampleOffset, boolean concealed) {
            ear.hear(on ? pcm : silence);
            samples += pcm.length;
            clock.mark(samples, System.nanoTime());
        }
    }
}
