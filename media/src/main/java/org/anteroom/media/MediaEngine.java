package org.anteroom.media;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Owns the sockets and the two threads of all streams: {@code rtp-in-0} reads packets, {@code rtp-out-0} is the media clock. Whoever opens a
 * port closes it; closing the engine closes what is left.
 */
public final class MediaEngine implements AutoCloseable {
    private final MediaSettings settings;
    private final MediaCounters counters;
    private final PortRange range;
    private final EchoCancellers echoCancellers;
    private final PacketReceiver receiver;
    private final MediaClock clock;
    private final Set<RtpPort> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /**
     * Starts the threads.
     *
     * @param counters counted into as long as the engine lives
     * @throws IOException when the system gives no selector
     */
    public MediaEngine(MediaSettings settings, MediaCounters counters) throws IOException {
        this.settings = settings;
        this.counters = counters;
        range = new PortRange(settings, counters);
        echoCancellers = settings.echoCanceller() ? EchoCancellers.load() : EchoCancellers.none();
        receiver = new PacketReceiver(counters, this::expire);
        clock = new MediaClock(counters);
        receiver.start();
        clock.start();
    }

    /**
     * Opens a port pair of the range: RTP on the even port, RTCP on the next. Nothing is sent or listened to before
     * {@link RtpPort#connect}. Any thread.
     *
     * @throws IOException with a sentence for the operator when the range is exhausted or can't be bound, or the engine is closed
     */
    public RtpPort open() throws IOException {
        if (closed) {
            throw new IOException("The media engine is closed: no stream can be opened while the service stops.");
        }
        PortRange.Pair pair = range.open();
        try {
            RtpPort port = new RtpPort(settings, counters, pair, echoCancellers.create(), this::ended);
            open.add(port);
            receiver.register(pair.rtp(), port::rtp);
            receiver.register(pair.rtcp(), port::rtcp);
            clock.add(port);
            return port;
        } catch (IOException | RuntimeException e) {
            receiver.release(pair, () -> range.release(pair));
            throw new IOException("RTP port " + pair.port() + " could not be put to use: " + e.getMessage(), e);
        }
    }

    private void expire() {
        long now = System.nanoTime();
        for (RtpPort port : open) {
            port.expire(now);
        }
    }

    private void ended(RtpPort port) {
        receiver.release(port.pair(), () -> released(port));
    }

    private void released(RtpPort port) {
        port.dispose();
        range.release(port.pair());
        open.remove(port);
        port.released().complete(null);
    }

    /** How well the media clock keeps time. Any thread. */
    public ClockHealth clockHealth() {
        return clock.health();
    }

    /** Ports open now, those included that are being closed. Any thread. */
    public int openPorts() {
        return range.inUse();
    }

    /** Name of the echo canceller in use: {@code line+speexdsp}, {@code line} where that library is missing, or {@code none} when it is off. */
    public String echoCanceller() {
        return echoCancellers.name();
    }

    /** Ends all streams and both threads, within 4 s. */
    @Override
    public void close() throws IOException {
        closed = true;
        open.forEach(RtpPort::close);
        try (receiver) {
            clock.close();
        }
    }
}
