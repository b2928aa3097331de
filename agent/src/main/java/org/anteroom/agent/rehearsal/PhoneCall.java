package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.AudioEndpoint;
import org.anteroom.agent.sip.Leg;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.media.Codec;
import org.anteroom.media.MediaEngine;
import org.anteroom.media.PlaybackListener;
import org.anteroom.media.RtpPort;
import org.anteroom.media.Sound;
import org.anteroom.media.StreamDescription;
import org.anteroom.media.StreamStats;
import org.anteroom.media.Wav;

/** One call of a {@link Phone}, as its script sees it: say, listen, press, hang up. The verbs block the script's thread,
 *  each within a deadline; events come from the line.
 */
public final class PhoneCall implements AutoCloseable {

    private static final Duration PLAY_GRACE = Duration.ofSeconds(10);
    private static final int DIGIT_MS = 120;

    private final RtpPort port;
    private final RtpWire wire;
    private final PhoneEar ear = new PhoneEar();
    private final BlockingQueue<Character> keys = new LinkedBlockingQueue<>(64);
    private final CompletableFuture<Leg> leg = new CompletableFuture<>();
    private final CompletableFuture<AgreedStream> answered = new CompletableFuture<>();
    private final CompletableFuture<LegEvent> over = new CompletableFuture<>();
    private final CompletableFuture<Long> ringing = new CompletableFuture<>();

    PhoneCall(MediaEngine engine, InetSocketAddress local, SoundPorts ports) throws IOException {
        this.port = engine.open();
        this.wire = new RtpWire(new InetSocketAddress(local.getAddress(), port.localPort()), ports);
        port.tap(ear);
        port.onDigit(digit -> keys.offer(digit.key()));
    }

    AudioEndpoint endpoint(InetSocketAddress local) {
        return new AudioEndpoint(local.getAddress(), wire.port());
    }

    void on(Leg ours) {
        leg.complete(ours);
    }

    /** Called on the line's thread; everything here returns at once. */
    void event(LegEvent event) {
        if (event instanceof LegEvent.Progress) {
            ringing.complete(System.nanoTime());
        } else if (event instanceof LegEvent.EarlyMedia early) {
            connect(early.stream());
        } else if (event instanceof LegEvent.Answered now) {
            connect(now.stream());
            answered.complete(now.stream());
        } else if (event instanceof LegEvent.Reoffered again) {
            connect(again.stream());
        } else {
            over.complete(event);
            ear.end();
        }
    }

    private void connect(AgreedStream stream) {
        wire.connect(stream.remote());
        try {
            port.connect(new StreamDescription(
                    wire.inside(),
                    Codec.valueOf(stream.codec().name()),
                    stream.payloadType(),
                    stream.telephoneEvent(),
                    20,
                    stream.send(),
                    stream.receive()));
        } catch (IOException e) {
            throw new UncheckedIOException("The sound socket of a phone is closed.", e);
        }
    }

    /** Whether it rings, or was answered, within the time. */
    public boolean awaitRinging(Duration within) throws InterruptedException {
        return done(CompletableFuture.anyOf(ringing, answered), within);
    }

    /** When it first rang, by {@link System#nanoTime}; empty while it has not. */
    Optional<Long> rangNanos() {
        return Optional.ofNullable(ringing.getNow(null));
    }

    /** Ms from a moment of {@link System#nanoTime} until it first rang; empty while it has not. */
    public OptionalLong rangMs(long sinceNanos) {
        return rangNanos()
                .map(rang -> OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(rang - sinceNanos)))
                .orElse(OptionalLong.empty());
    }

    /** Whether the call stands within the time. */
    public boolean awaitAnswered(Duration within) throws InterruptedException {
        return done(CompletableFuture.anyOf(answered, over), within) && answered.isDone();
    }

    /** Whether the call is over within the time. */
    public boolean awaitEnded(Duration within) throws InterruptedException {
        return done(over, within);
    }

    public boolean answered() {
        return answered.isDone();
    }

    /** How it ended: {@link LegEvent.Refused} or {@link LegEvent.Ended}; empty while it goes on. */
    public Optional<LegEvent> ending() {
        return Optional.ofNullable(over.getNow(null));
    }

    /** Plays samples in real time and waits until they are sent, or the call ends. */
    public Spoken say(short[] pcm) throws InterruptedException {
        return play(Sound.of(pcm), pcm.length / 8);
    }

    /** Plays a recording whole. */
    public Spoken say(CallerAudio.Clip clip) throws InterruptedException {
        return say(clip.pcm());
    }

    /** Plays a tone of about -15 dBFS. */
    public Spoken tone(double hertz, Duration duration) throws InterruptedException {
        short[] pcm = new short[(int) duration.toMillis() * 8];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = (short) (8_000 * Math.sin(2 * Math.PI * hertz * i / 8_000));
        }
        return say(pcm);
    }

    private Spoken play(Sound sound, int millis) throws InterruptedException {
        CompletableFuture<Long> started = new CompletableFuture<>();
        CompletableFuture<Long> ended = new CompletableFuture<>();
        port.player().play(sound, (playback, event, nanoTime) -> {
            started.complete(nanoTime);
            if (event != PlaybackListener.Event.STARTED) {
                ended.complete(nanoTime);
            }
        });
        done(CompletableFuture.anyOf(ended, over), PLAY_GRACE.plusMillis(millis));
        ear.mark();
        long now = System.nanoTime();
        return new Spoken(started.getNow(now), ended.getNow(now));
    }

    /** Plays from now on, beside nothing else, as long as the sound goes on; returns at once. */
    public void speakThrough(Sound sound) {
        port.player().play(sound, (playback, event, nanoTime) -> {});
    }

    /** Stops what plays at once. */
    public void hush() {
        port.player().stop();
    }

    /** Whether the far end speaks within the time, counted from our own last words. */
    public boolean awaitSpeech(Duration within) throws InterruptedException {
        return ear.awaitSpeech(within);
    }

    /** Whether the far end has spoken since our last words and then stayed quiet for so long, within the time. */
    public boolean awaitTurn(Duration quiet, Duration within) throws InterruptedException {
        return ear.awaitTurn(quiet, within);
    }

    /** Whether a tone is heard within the time. */
    public boolean hears(double hertz, Duration within) throws InterruptedException {
        return ear.awaitTone(hertz, within);
    }

    /** From here on only what is heard later counts as the far end's next words. */
    public void listenAfresh() {
        ear.mark();
    }

    /** Presses a key (RFC 4733); the script goes on while it is sent. */
    public void press(char key) {
        port.sendDigit(key, DIGIT_MS);
    }

    /** The next key that came, in order; empty when none comes within the time. */
    public Optional<Character> awaitKey(Duration within) throws InterruptedException {
        return Optional.ofNullable(keys.poll(within.toMillis(), TimeUnit.MILLISECONDS));
    }

    public void hangUp() {
        Leg ours = leg.getNow(null);
        if (ours != null) {
            ours.hangUp();
        }
    }

    /** What was heard so far, 8 kHz, from the moment the sound was connected. */
    public short[] heard() {
        return ear.all();
    }

    /** The same from a sample on. */
    public short[] heardFrom(int sample) {
        return ear.from(sample);
    }

    /** Ms from the end of what was said to the first sound of an answer; empty when none came, or somebody spoke already. */
    public OptionalDouble answeredMs(Spoken spoken) {
        return WireFigures.answerAfter(wire.packets(), spoken.startedNanos(), spoken.endedNanos());
    }

    public void saveHeard(Path file) throws IOException {
        Wav.write(file, heard());
    }

    /** Every RTP packet that passed, both ways. */
    public List<PacketSeen> packets() {
        return wire.packets();
    }

    /** Every RTP packet since it was last asked, forgotten afterwards: for calls of hours. */
    public List<PacketSeen> takePackets() {
        return wire.take();
    }

    public StreamStats stats() {
        return port.stats();
    }

    private static boolean done(CompletableFuture<?> future, Duration within) throws InterruptedException {
        try {
            future.get(within.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("A phone's call failed.", e);
        }
    }

    /** Hangs up and closes the sound; what was heard and the packets stay readable. */
    @Override
    public void close() throws IOException {
        hangUp();
        wire.close();
        port.close();
    }
}
