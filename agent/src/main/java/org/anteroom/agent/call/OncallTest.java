package org.anteroom.agent.call;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.emergency.Target;
import org.anteroom.agent.emergency.TargetKind;
import org.anteroom.agent.sip.LegEvent;
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

    private final OwnCalls calls;
    private final List<Trial> trials = new ArrayList<>();
    private final CompletableFuture<List<Result>> done = new CompletableFuture<>();

    OncallTest(OwnCalls.Means means) {
        this.calls = new OwnCalls(means, this::on, this::abandon);
    }

    /**
     * Begins; the future completes within a minute, in the order of the plan. It fails, and nobody is rung, while an
     * emergency is open or too few ports are free; the message is for the operator.
     */
    public CompletableFuture<List<Result>> run() {
        calls.begin();
        return done;
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
        if (calls.emergency()) {
            abandon(new IllegalStateException("an emergency is ringing or connected; test when it is over"));
            return;
        }
        try {
            calls.parts().duty().get().all().forEach(target -> trials.add(new Trial(target)));
            List<Trial> people = trials.stream()
                    .filter(trial -> trial.target.kind() == TargetKind.PERSON)
                    .toList();
            List<FarLeg> legs =
                    calls.legs(people.stream().map(trial -> trial.target.name()).toList());
            trials.stream()
                    .filter(trial -> !people.contains(trial))
                    .forEach(trial -> end(trial, Outcome.SKIPPED, "a service is never rung for a test"));
            for (int i = 0; i < legs.size(); i++) {
                ring(people.get(i), legs.get(i));
            }
        } catch (IOException e) {
            abandon(e);
        }
    }

    private void ring(Trial trial, FarLeg leg) {
        trial.leg = leg;
        trial.since = System.nanoTime();
        calls.ring(leg, trial.target.number());
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
            leg.say(calls.text(TemplateId.ON_CALL_TEST), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
            trial.since = nanos;
        } else if (event instanceof LegEvent.Reoffered changed && leg != null) {
            leg.reconnect(changed.stream());
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
        if (leg != null && leg.answered() && key == calls.parts().settings().acceptKey()) {
            trial.confirmed = true;
            leg.say(calls.text(TemplateId.ON_CALL_TEST_DONE), Tempo.USUAL, 0);
        }
    }

    private void spoken(Trial trial, FarLeg leg, int utterance) {
        if (trial.confirmed && leg.last(utterance)) {
            end(trial, Outcome.CONFIRMED, "confirmed");
        } else if (leg.last(utterance)) {
            leg.say(calls.text(TemplateId.ON_CALL_TEST), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
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
        trials.clear();
        calls.close();
        done.complete(List.copyOf(results));
    }

    private void abandon(Throwable why) {
        trials.clear();
        calls.close();
        done.completeExceptionally(why);
    }
}
