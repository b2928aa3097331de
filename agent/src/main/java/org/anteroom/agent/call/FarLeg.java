package org.anteroom.agent.call;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.AudioEndpoint;
import org.anteroom.agent.sip.CancellableLeg;
import org.anteroom.agent.sip.Leg;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.OutgoingCall;
import org.anteroom.media.PlaybackListener;
import org.anteroom.media.RtpPort;
import org.anteroom.media.Subscription;
import org.anteroom.speech.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * An outbound leg with its port: a phone we ring, speak to, and join with the caller. Owns the port; closing hangs up,
 * whatever the leg's state. Mailbox only; events of leg and port are posted to the emergency lane.
 */
final class FarLeg implements AutoCloseable {
    private final int number;
    private final String target;
    private final RtpPort port;
    private final SpokenPrompts prompts;
    private final Consumer<Mail> urgent;
    private @Nullable CancellableLeg leg;
    private List<RtpPort> peers = List.of();
    private List<Subscription> bridges = List.of();
    private @Nullable Playable playing;
    private int utterance;
    private boolean answered;
    private boolean held;
    private boolean closed;
    /** Told when we end a call that the far side has not ended. */
    private Runnable letGo = () -> {};

    private volatile boolean over;

    /**
     * @param number what the ladder or desk call it
     * @param target the phone's name in the plan
     */
    FarLeg(int number, String target, RtpPort port, SpokenPrompts prompts, Consumer<Mail> urgent) {
        this.number = number;
        this.target = target;
        this.port = port;
        this.prompts = prompts;
        this.urgent = urgent;
        port.onDigit(digit -> urgent.accept(new Mail.FarKey(this, digit.key(), System.nanoTime())));
    }

    int number() {
        return number;
    }

    String target() {
        return target;
    }

    boolean answered() {
        return answered;
    }

    boolean closed() {
        return closed;
    }

    RtpPort port() {
        return port;
    }

    /**
     * Sends the INVITE.
     *
     * @param drill the token of the drill for which the phone rings; empty when it rings for a caller
     * @param whenLetGo told when we end the call before the far side has
     */
    void ring(Line line, String dial, InetAddress address, Duration ring, Optional<String> drill, Runnable whenLetGo) {
        letGo = whenLetGo;
        leg = line.invite(new OutgoingCall(dial, new AudioEndpoint(address, port.localPort()), ring, drill), event -> {
            if (event instanceof LegEvent.Refused || event instanceof LegEvent.Ended) {
                over = true;
            }
            urgent.accept(new Mail.FarLegEvent(this, event, System.nanoTime()));
        });
    }

    /** Stops ringing; port and leg stay, because a phone picked up in that moment is still told as answered. */
    void cancel() {
        CancellableLeg ringing = leg;
        if (ringing != null) {
            letGo();
            ringing.cancel();
        }
    }

    /** The phone, or a voicemail, answered; sound before that is never connected, so it can't be taken for an answer. */
    void answer(AgreedStream stream) {
        answered = true;
        reconnect(stream);
    }

    /** The phone changed its stream, for example put us on hold. */
    void reconnect(AgreedStream stream) {
        held = !stream.send() || !stream.receive();
        port.connect(Streams.of(stream));
    }

    /** Whether the phone has us on hold. */
    boolean held() {
        return held;
    }

    /**
     * Speaks to the phone at once, instead of what it hears now; its end is posted as {@link Mail.FarSpoken}.
     *
     * @param pauseMs silence that belongs to the sentence's end, so that a repeated one can be told from the next
     */
    void say(String text, Tempo tempo, int pauseMs) {
        int id = ++utterance;
        port.player().stop();
        release();
        Playable playable;
        try {
            playable = prompts.sound(text, tempo);
        } catch (RuntimeException refused) {
            // The ladder must go on even when a sentence can't be synthesised.
            urgent.accept(new Mail.FarSpoken(this, id));
            return;
        }
        playing = playable;
        port.player().play(new Paused(playable.sound(), pauseMs), (playback, event, nanos) -> {
            if (event == PlaybackListener.Event.STARTED) {
                urgent.accept(new Mail.FarHears(this, nanos));
            } else if (event == PlaybackListener.Event.FINISHED) {
                urgent.accept(new Mail.FarSpoken(this, id));
            }
        });
    }

    /** Whether the sentence that ended is the one this phone was last told. */
    boolean last(int spoken) {
        return spoken == utterance;
    }

    /** Asks the PBX to join this phone and the caller without us; it answers as {@link Mail.Transferred}, or never. */
    void handBack(Line line, Leg caller) {
        CancellableLeg ours = leg;
        if (ours != null) {
            line.transfer(
                    caller, ours, verdict -> urgent.accept(new Mail.Transferred(this, verdict, System.nanoTime())));
        }
    }

    /** Stops what plays to this phone. */
    void hush() {
        port.player().stop();
        release();
    }

    /** When the last packet of its sound came, by {@link System#nanoTime}; empty before the first. */
    OptionalLong lastPacketNanos() {
        return port.stats().lastPacketInNanos();
    }

    /** Asks it by SIP whether the call still stands; that nobody answers comes as {@link Mail.FarUnanswered}. */
    void check() {
        CancellableLeg ours = leg;
        if (ours != null) {
            ours.check(() -> urgent.accept(new Mail.FarUnanswered(this, System.nanoTime())));
        }
    }

    /** Joins this phone and these, and no others; where they are so joined already, nothing happens. */
    void bridge(List<RtpPort> others) {
        if (!others.equals(peers)) {
            unbridge();
            peers = others;
            bridges = others.stream().map(other -> other.bridge(port)).toList();
        }
    }

    boolean bridged() {
        return !bridges.isEmpty();
    }

    /** Parts this phone from those it was joined with. */
    void unbridge() {
        bridges.forEach(Subscription::close);
        bridges = List.of();
        peers = List.of();
    }

    /** The dialog; empty before it rings. */
    Optional<Leg> dialog() {
        return Optional.ofNullable(leg);
    }

    /** From now on leg and port are somebody else's to close. What the leg tells is still posted as {@link Mail.FarLegEvent}. */
    void giveAway() {
        closed = true;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        unbridge();
        CancellableLeg ringing = leg;
        if (ringing != null) {
            letGo();
            ringing.hangUp();
        }
        hush();
        port.close();
    }

    private void letGo() {
        if (!over) {
            letGo.run();
        }
    }

    private void release() {
        Playable before = playing;
        playing = null;
        if (before != null) {
            before.close();
        }
    }
}
