package org.anteroom.agent.call;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.sip.RegistrationState;
import org.anteroom.agent.watch.Condition;
import org.anteroom.agent.watch.Health;
import org.anteroom.media.ClockHealth;
import org.anteroom.speech.EarHealth;
import org.jspecify.annotations.Nullable;

/**
 * The line that calls come by, kept only while they can be served well: withdrawn when sound, recogniser or whatever else
 * makes the service unfit, so that the PBX's own fall-back takes the calls; resumed some seconds after all is well. Once left,
 * it stays withdrawn. Reports on line, sound and recogniser. Any thread; waits for nothing.
 */
final class ServedLine {
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final Duration HEALTHY_BEFORE_RESUME = Duration.ofSeconds(5);

    private final Supplier<CallParts> parts;
    private final CallThreads threads;
    private final HealthGate gate = new HealthGate(true, HEALTHY_BEFORE_RESUME);
    private volatile @Nullable Line line;
    private volatile boolean registered;
    private volatile boolean left;
    /** Why it was withdrawn last: that may be over when the PBX says that it is. */
    private volatile String unfit = "";

    /** @param parts of calls to come */
    ServedLine(Supplier<CallParts> parts, CallThreads threads) {
        this.parts = parts;
        this.threads = threads;
    }

    /** From now on this one, looked after on {@code call-timer}. */
    void serve(Line serving) {
        line = serving;
        look();
        threads.every(LOOK, this::look);
    }

    /** Un-registers for good. */
    void leave() {
        left = true;
        Line serving = line;
        if (serving != null) {
            serving.withdraw();
        }
    }

    /** Whether it was left. */
    boolean left() {
        return left;
    }

    /** Empty until one is served. */
    Optional<Line> line() {
        return Optional.ofNullable(line);
    }

    /** Our own address for sound: the configured one, or the one SIP uses; empty while the PBX can't be reached. */
    Optional<InetAddress> address() {
        return line().flatMap(serving -> parts.get().settings().media().bind().or(() -> serving.localAddress()
                .map(InetSocketAddress::getAddress)));
    }

    /** Whether calls that come by it can be served well. */
    boolean fit() {
        return !left && parts.get().health().fitToServe();
    }

    /** Whether the PBX sends calls here, as far as it has told us. */
    boolean registered() {
        return registered;
    }

    /** The PBX has told. */
    void registration(RegistrationState state) {
        registered = state instanceof RegistrationState.Registered;
        Health health = parts.get().health();
        if (state instanceof RegistrationState.Failing failing) {
            health.report(Condition.LINE, false, failing.sentence());
        } else if (registered) {
            health.report(Condition.LINE, true, "Registered at the PBX.");
        } else if (state instanceof RegistrationState.Withdrawn && !left) {
            health.report(Condition.LINE, false, withdrawn(unfit));
        }
    }

    /** @param why in a sentence, as it was when the line was withdrawn */
    static String withdrawn(String why) {
        return ("Un-registered because calls could not be served well: the PBX's fall-back takes them. " + why).strip();
    }

    /** Whether the stack still answers; the sentence is for the operator. */
    void answering(boolean answering, String sentence) {
        parts.get().health().report(Condition.LINE, answering && registered, sentence);
    }

    private void look() {
        CallParts now = parts.get();
        reportSound(now);
        // What could not be written during a call is, as soon as the disk takes it.
        if (now.health().ok(Condition.RECORDS)) {
            now.records().ifPresent(records -> records.log().writeLate());
        }
        Line serving = line;
        if (serving == null || left) {
            return;
        }
        Optional<Health.Report> trouble = now.health().unfit();
        switch (gate.look(trouble.isEmpty(), System.nanoTime())) {
            case WITHDRAW -> {
                unfit = trouble.map(Health.Report::sentence).orElse("");
                serving.withdraw();
            }
            case RESUME -> serving.resume();
            case STAY -> {}
        }
    }

    private void reportSound(CallParts now) {
        ClockHealth clock = now.media().clockHealth();
        now.health()
                .report(
                        Condition.MEDIA_CLOCK,
                        clock.healthy(),
                        clock.healthy()
                                ? "Sound leaves on time."
                                : "Sound leaves late by up to " + Math.round(clock.lateMaxMs())
                                        + " ms: the machine is overloaded or was suspended. Calls go to the PBX's"
                                        + " fall-back until it has been on time for some seconds; if that takes longer than a"
                                        + " minute, stop what else runs there, or restart the service.");
        EarHealth ears = now.ears().health();
        now.health().report(Condition.RECOGNISER, ears.healthy() && threads.talking(), ears.sentence());
    }
}
