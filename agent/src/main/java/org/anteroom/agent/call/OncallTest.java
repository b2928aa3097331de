package org.anteroom.agent.call;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.emergency.TargetKind;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.Line;
import org.anteroom.speech.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * Rings every person of the on-call plan at once, says that it is a test, and reports who confirmed. Nobody is bridged;
 * services (911 and the like) are never rung. It stands back for emergencies: none is kept from a phone or from a port, so
 * it rings nobody while one is open or while the ports it leaves would not carry a call, and hangs up as soon as one begins.
 * An actor with a mailbox of its own.
 */
public final class OncallTest {
    /** How a phone took the test. */
    public enum Outcome {
        /** It rang, was answered, and the accept key came. */
        CONFIRMED,
        /** It was answered, but no key came: probably a voicemail. */
        NO_KEY,
        /** It rang and nobody answered. */
        NO_ANSWER,
        /** It could not be rung: busy, declined, unknown number, PBX gone. */
        FAILED,
        /** An emergency began before it confirmed. */
        GAVE_WAY,
        /** A service: not rung. */
        SKIPPED
    }

    /**
     * @param detail for the operator
     * @param rangAfterMs INVITE to the first ringing; empty when it never rang
     */
    public record Result(String target, Outcome outcome, OptionalLong rangAfterMs, String detail) {}

    private static final Duration TICK = Duration.ofMillis(200);
    private static final long RING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long KEY_NANOS = TimeUnit.SECONDS.toNanos(15);

    private static final class Trial {
        private final Target target;
        private @Nullable FarLeg leg;
        private @Nullable Result result;
        private OptionalLong rang = OptionalLong.empty();
        private boolean confirmed;
        private long since;

        Trial(Target target) {
            this.target = target;
        }
    }

    private final CallParts parts;
    private final CallThreads threads;
    private final OpenEmergencies emergencies;
    private final Line line;
    private final InetAddress address;
    private final List<Trial> trials = new ArrayList<>();
    private final CompletableFuture<List<Result>> done = new CompletableFuture<>();
    private final Mailbox<Mail> mailbox;
    private @Nullable Runnable unwatched;
    private @Nullable PortReserve ports;
    private CallThreads.@Nullable Ticks ticks;

    OncallTest(CallParts parts, CallThreads threads, OpenEmergencies emergencies, Line line, InetAddress address) {
        this.parts = parts;
        this.threads = threads;
        this.emergencies = emergencies;
        this.line = line;
        this.address = address;
        this.mailbox = new Mailbox<>(threads, 512, this::on, this::abandon);
    }

    /**
     * Begins; the future completes within a minute, in the order of the plan. It fails, and nobody is rung, while an
     * emergency is open or too few ports are free; the message is for the operator.
     */
    public CompletableFuture<List<Result>> run() {
        mailbox.post(new Mail.Admitted());
        return done;
    }

    private void post(Mail mail) {
        mailbox.urgent(mail);
    }

    private void on(Mail mail) {
        if (mail instanceof Mail.Admitted) {
            begin();
        } else if (mail instanceof Mail.FarLegEvent event) {
            trial(event.leg(), trial -> event(trial, event.event(), event.nanos()));
        } else if (mail instanceof Mail.FarKey key) {
            trial(key.leg(), trial -> key(trial, key.key()));
        } else if (mail instanceof Mail.FarSpoken spoken) {
            trial(spoken.leg(), trial -> spoken(trial, spoken.leg(), spoken.utterance()));
        } else if (mail instanceof Mail.GiveWay) {
            trials.stream()
                    .filter(trial -> trial.result == null)
                    .forEach(trial -> end(trial, Outcome.GAVE_WAY, "an emergency began"));
        } else if (mail instanceof Mail.Tick tick) {
            trials.forEach(trial -> timeOut(trial, tick.nanos()));
        }
        if (!trials.isEmpty() && trials.stream().allMatch(trial -> trial.result != null)) {
            finish();
        }
    }

    private void begin() {
        unwatched = emergencies.tell(() -> post(new Mail.GiveWay()));
        if (emergencies.any()) {
            abandon(new IllegalStateException("an emergency is ringing or connected; test when it is over"));
            return;
        }
        try {
            PortReserve reserve = PortReserve.open(parts.media());
            ports = reserve;
            Dialler dialler = new Dialler(line, address, reserve, parts.prompts(), this::post);
            for (Target target : parts.duty().get().all()) {
                prepare(new Trial(target), dialler);
            }
            reserve.close();
            if (!roomForACall()) {
                throw new IOException("too few ports would be left for a call; test when it is quieter, or widen the"
                        + " range up to media.last-port");
            }
            trials.forEach(trial -> ring(trial, dialler));
            ticks = threads.every(TICK, () -> mailbox.post(new Mail.Tick(System.nanoTime())));
        } catch (IOException e) {
            abandon(e);
        }
    }

    /** No phone rings before there is a port for each. */
    private void prepare(Trial trial, Dialler dialler) throws IOException {
        trials.add(trial);
        if (trial.target.kind() == TargetKind.SERVICE) {
            end(trial, Outcome.SKIPPED, "a service is never rung for a test");
        } else {
            trial.leg = dialler.leg(trials.size(), trial.target.name());
        }
    }

    private boolean roomForACall() {
        Door door = new Door(1, parts.settings().portPairs());
        return door.knock(true, 0, parts.media().openPorts()) == Door.Answer.COME_IN;
    }

    private void ring(Trial trial, Dialler dialler) {
        FarLeg leg = trial.leg;
        if (leg != null) {
            trial.since = System.nanoTime();
            dialler.ring(leg, trial.target.number());
        }
    }

    private void trial(FarLeg leg, Consumer<Trial> action) {
        trials.stream()
                .filter(trial -> trial.leg == leg && trial.result == null)
                .forEach(action);
    }

    private void event(Trial trial, LegEvent event, long nanos) {
        FarLeg leg = trial.leg;
        if (event instanceof LegEvent.Progress progress && progress.status() >= 180 && trial.rang.isEmpty()) {
            trial.rang = OptionalLong.of(TimeUnit.NANOSECONDS.toMillis(nanos - trial.since));
        } else if (event instanceof LegEvent.Answered answered && leg != null) {
            leg.answer(answered.stream());
            leg.say(text(TemplateId.ON_CALL_TEST), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
            trial.since = nanos;
        } else if (event instanceof LegEvent.Refused refused) {
            end(trial, Outcome.FAILED, "the PBX answered " + refused.status());
        } else if (event instanceof LegEvent.Ended ended && leg != null) {
            end(
                    trial,
                    trial.confirmed ? Outcome.CONFIRMED : leg.answered() ? Outcome.NO_KEY : Outcome.FAILED,
                    leg.answered() ? "hung up" : "no call: " + ended.cause());
        }
    }

    private void key(Trial trial, char key) {
        FarLeg leg = trial.leg;
        if (leg != null && leg.answered() && key == parts.settings().acceptKey()) {
            trial.confirmed = true;
            leg.say(text(TemplateId.ON_CALL_TEST_DONE), Tempo.USUAL, 0);
        }
    }

    private void spoken(Trial trial, FarLeg leg, int utterance) {
        if (trial.confirmed && leg.last(utterance)) {
            end(trial, Outcome.CONFIRMED, "confirmed");
        } else if (leg.last(utterance)) {
            leg.say(text(TemplateId.ON_CALL_TEST), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
        }
    }

    private void timeOut(Trial trial, long nanos) {
        FarLeg leg = trial.leg;
        if (trial.result != null || leg == null) {
            return;
        }
        long waited = nanos - trial.since;
        if (leg.answered() && waited > KEY_NANOS) {
            Outcome outcome = trial.confirmed ? Outcome.CONFIRMED : Outcome.NO_KEY;
            end(trial, outcome, trial.confirmed ? "confirmed" : "answered, but the key did not come: a voicemail?");
        } else if (!leg.answered() && waited > RING_NANOS) {
            end(trial, Outcome.NO_ANSWER, "nobody answered");
        }
    }

    private void end(Trial trial, Outcome outcome, String detail) {
        trial.result = new Result(trial.target.name(), outcome, trial.rang, detail);
        FarLeg leg = trial.leg;
        if (leg != null) {
            leg.close();
        }
    }

    private void finish() {
        List<Result> results = new ArrayList<>();
        for (Trial trial : trials) {
            if (trial.result != null) {
                results.add(trial.result);
            }
        }
        letGo();
        done.complete(List.copyOf(results));
    }

    private void abandon(Throwable why) {
        letGo();
        done.completeExceptionally(why);
    }

    private void letGo() {
        Runnable unwatch = unwatched;
        if (unwatch != null) {
            unwatch.run();
        }
        CallThreads.Ticks ticker = ticks;
        if (ticker != null) {
            ticker.cancel();
        }
        for (Trial trial : trials) {
            FarLeg leg = trial.leg;
            if (leg != null) {
                leg.close();
            }
        }
        trials.clear();
        PortReserve reserve = ports;
        if (reserve != null) {
            reserve.close();
        }
        mailbox.close();
    }

    private String text(TemplateId id) {
        Map<Slot, String> slots = id.ofPractice()
                ? Map.of(Slot.PRACTICE, parts.settings().practice().spokenName())
                : Map.of();
        return parts.catalogue().text(id, slots);
    }
}
