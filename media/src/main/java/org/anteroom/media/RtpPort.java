package org.anteroom.media;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One stream of one leg: a pair of sockets with everything between them and the call.
 *
 * <p>Every 20 ms the media clock takes what came in ({@link #hear}), sends what the other side shall hear ({@link #speak}) and tells the
 * taps ({@link #tell}). What the other side hears is, first that there is: a key being sent, the {@link Player}, the bridged ports, the
 * comfort tone, silence. Public methods may be called on any thread and never block.
 */
public final class RtpPort implements AutoCloseable {
    private static final short[] SILENCE = new short[Pcm.FRAME];

    private final MediaCounters counters;
    private final PortRange.Pair pair;
    private final Consumer<RtpPort> ended;
    private final long openedNanos = System.nanoTime();
    private final @Nullable EchoPath echo;
    private final Player player;
    private final IncomingStream incoming;
    private final OutgoingStream outgoing;
    private final RtcpReader rtcpReader;
    private final RtcpSession rtcp;
    private final JitterBuffer jitterBuffer;
    private final DigitSender digits = new DigitSender();
    private final Taps taps;
    private final CopyOnWriteArrayList<Consumer<Digit>> digitListeners = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> released = new CompletableFuture<>();
    private final short[] heard = new short[Pcm.FRAME];
    private final short[] cleaned = new short[Pcm.FRAME];
    private final short[] spoken = new short[Pcm.FRAME];
    private boolean concealed;
    private boolean played;
    private @Nullable InetSocketAddress rtcpTarget;
    private @Nullable InetSocketAddress rtpTarget;
    private long lateCounted;
    private long concealedCounted;
    private volatile long position;
    private volatile long late;
    private volatile long concealedFrames;
    private volatile long delay;
    private volatile boolean closing;
    private volatile @Nullable StreamDescription description;
    private volatile Peers peers = Peers.NONE;

    RtpPort(
            MediaSettings settings,
            MediaCounters counters,
            PortRange.Pair pair,
            @Nullable EchoCanceller canceller,
            Consumer<RtpPort> ended) {
        this.counters = counters;
        this.pair = pair;
        this.ended = ended;
        echo = canceller == null ? null : new EchoPath(canceller, counters);
        player = new Player(counters);
        taps = new Taps(counters);
        outgoing = new OutgoingStream(pair.rtp(), counters);
        rtcpReader = new RtcpReader(outgoing.ssrc());
        incoming = new IncomingStream(counters, this::key, rtcpReader);
        rtcp = new RtcpSession(pair.rtcp(), counters, outgoing, incoming.sequence(), rtcpReader);
        jitterBuffer = new JitterBuffer(settings.minPlayoutDelayMs(), settings.maxPlayoutDelayMs());
    }

    /** The even local port that RTP is received on and sent from; RTCP is on the next. */
    public int localPort() {
        return pair.port();
    }

    /**
     * Sets what both sides agreed on, at first or again; takes effect on the next tick. The lock on the source opens again only when the
     * remote address is another than before. Packets that came earlier were dropped.
     */
    public void connect(StreamDescription agreed) {
        Objects.requireNonNull(agreed, "agreed");
        incoming.describe(agreed);
        description = agreed;
    }

    /** What plays to the other side. */
    public Player player() {
        return player;
    }

    /** Hears incoming frames, after the echo canceller, from the next tick after {@link #connect} on. */
    public Subscription tap(FrameTap tap) {
        return taps.addFrames(tap);
    }

    /** Hears both directions, from the next tick after {@link #connect} on. */
    public Subscription record(RecordingTap tap) {
        return taps.addRecording(tap);
    }

    /** Adds a listener that is told each key exactly once, on {@code rtp-in}: it must only post. */
    public void onDigit(Consumer<Digit> listener) {
        digitListeners.add(Objects.requireNonNull(listener, "listener"));
    }

    /**
     * Sends a key, behind those still being sent: by RFC 4733, or as tones to a peer that has not agreed on it.
     *
     * @throws IllegalArgumentException when the key is not one of {@code 0-9 * # A-D} or the duration not 40-8000 ms
     */
    public void sendDigit(char key, int durationMs) {
        digits.send(key, durationMs);
    }

    /**
     * Lets both sides hear each other until the subscription or either port is closed. Needs no media clock of its own: a frame that came in
     * during a tick goes out in the same tick. Three people hear each other when each two of them are bridged.
     * With a port that was closed, nothing is bridged.
     *
     * @throws IllegalStateException when they are bridged already, or either with two others
     */
    public Subscription bridge(RtpPort other) {
        return Bridge.between(this, other);
    }

    /** What this port has seen so far. */
    public StreamStats stats() {
        IncomingSequence sequence = incoming.sequence();
        long lastIn = incoming.lastNanos().orElse(openedNanos);
        return new StreamStats(
                incoming.packets(),
                outgoing.packets(),
                sequence.lost(),
                late,
                sequence.duplicates(),
                concealedFrames,
                sequence.jitterSamples() / Pcm.SAMPLES_PER_MS,
                (double) delay / Pcm.SAMPLES_PER_MS,
                incoming.firstNanos(),
                incoming.lastNanos(),
                outgoing.firstSentNanos(),
                (System.nanoTime() - lastIn) / 1_000_000,
                rtcpReader.roundTripMs(),
                rtcpReader.remoteLossPercent());
    }

    /** Says BYE by RTCP and frees the ports, at the latest two ticks later; what plays is told that it was stopped. Closing twice is harmless. */
    @Override
    public void close() {
        closing = true;
    }

    boolean closing() {
        return closing;
    }

    /** Done when the ports are free again. */
    CompletableFuture<Void> released() {
        return released;
    }

    PortRange.Pair pair() {
        return pair;
    }

    Peers peers() {
        return peers;
    }

    void peers(Peers others) {
        peers = others;
    }

    /** What came in during this tick; media clock only. */
    short[] heard() {
        return heard;
    }

    void rtp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
        incoming.rtp(datagram, from, nanos);
    }

    void rtcp(ByteBuffer datagram, InetSocketAddress from, long nanos) {
        incoming.rtcp(datagram, from, nanos);
    }

    void expire(long nanos) {
        incoming.expire(nanos);
    }

    private void key(char key, int durationMs) {
        counters.digitsIn.increment();
        Digit digit = new Digit(key, durationMs, position);
        for (Consumer<Digit> listener : digitListeners) {
            try {
                listener.accept(digit);
            } catch (RuntimeException e) {
                counters.listenerFailures.increment();
            }
        }
    }

    /** First part of a tick: takes what came in. */
    void hear(long deadline) {
        Arrays.fill(heard, (short) 0);
        concealed = true;
        PacketRing ring = incoming.ring();
        while (!ring.isEmpty()) {
            PacketRing.Slot packet = ring.peek();
            if (packet.kind() == PacketRing.Kind.QUIET) {
                jitterBuffer.quiet(packet.timestamp());
            } else {
                jitterBuffer.put(
                        Pcm.nanosToSamples(packet.arrivalNanos()),
                        packet.timestamp(),
                        packet.newStream(),
                        packet.payload(),
                        packet.length(),
                        packet.kind() == PacketRing.Kind.PCMU ? Codec.PCMU : Codec.PCMA);
            }
            ring.release();
        }
        StreamDescription agreed = description;
        if (agreed != null) {
            concealed = jitterBuffer.pull(Pcm.nanosToSamples(deadline), heard);
            if (!agreed.receive()) {
                Arrays.fill(heard, (short) 0);
                concealed = true;
            }
            publish();
        }
    }

    private void publish() {
        late = jitterBuffer.late();
        concealedFrames = jitterBuffer.concealedFrames();
        delay = jitterBuffer.delay();
        counters.late.add(late - lateCounted);
        counters.concealedFrames.add(concealedFrames - concealedCounted);
        lateCounted = late;
        concealedCounted = concealedFrames;
    }

    /** Second part of a tick: sends what the other side shall hear. */
    void speak() {
        StreamDescription agreed = description;
        if (agreed == null) {
            return;
        }
        target(agreed);
        InetSocketAddress to = rtpTarget;
        boolean sends = agreed.mayBeSentTo() && to != null;
        boolean event = sends && agreed.telephoneEvent().isPresent() && digits.tick() == DigitSender.Act.EVENT;
        fill(sends && agreed.telephoneEvent().isEmpty());
        if (!sends || to == null) {
            outgoing.pass(1);
            Arrays.fill(spoken, (short) 0);
            played = false;
        } else if (event) {
            outgoing.event(digits, agreed.telephoneEvent().getAsInt(), to);
            if (digits.sent()) {
                counters.digitsOut.increment();
            }
        } else {
            outgoing.sound(spoken, agreed, to);
        }
        long now = System.nanoTime();
        player.sent(now);
        if (rtcpTarget != null && rtcp.due(now)) {
            rtcp.send(rtcpTarget, now, false);
        }
    }

    private void fill(boolean digitsAsTones) {
        if (digitsAsTones) {
            Sound tone = digits.nextAsTone();
            if (tone != null) {
                player.play(tone);
                counters.digitsOut.increment();
            }
        }
        Peers others = peers;
        played = player.next(spoken);
        if (played) {
            return;
        }
        if (!others.mix(spoken)) {
            played = player.comfort(spoken);
            if (!played) {
                Arrays.fill(spoken, (short) 0);
            }
        }
    }

    private void target(StreamDescription agreed) {
        InetSocketAddress source = incoming.source();
        InetSocketAddress wanted = source == null ? agreed.remote() : source;
        if (wanted.equals(rtpTarget)) {
            return;
        }
        boolean reachable = wanted.getAddress() != null
                && !wanted.getAddress().isAnyLocalAddress()
                && wanted.getPort() > 0
                && wanted.getPort() < 65535;
        rtpTarget = reachable ? wanted : null;
        rtcpTarget = reachable ? new InetSocketAddress(wanted.getAddress(), wanted.getPort() + 1) : null;
    }

    /** Third part of a tick: tells the taps. */
    void tell() {
        if (description == null) {
            return;
        }
        short[] clean = heard;
        if (echo != null) {
            echo.cancel(heard, played ? spoken : SILENCE, played, cleaned);
            clean = cleaned;
        }
        long at = position;
        position = at + Pcm.FRAME;
        taps.tell(clean, heard, spoken, at, concealed);
    }

    /** The clock has missed ticks: timestamps move on with the time. */
    void skip(int ticks) {
        outgoing.pass(ticks);
    }

    /** Last act of a tick: says goodbye and lets everything go. */
    void end() {
        Bridge.end(this);
        long now = System.nanoTime();
        if (rtcpTarget != null) {
            rtcp.goodbye(rtcpTarget, now);
        }
        player.abandon(now);
        counters.lost.add(incoming.sequence().lost());
        ended.accept(this);
    }

    /** Frees what is not memory; on {@code rtp-in}, after the sockets were closed. */
    void dispose() {
        if (echo != null) {
            echo.close();
        }
    }
}
