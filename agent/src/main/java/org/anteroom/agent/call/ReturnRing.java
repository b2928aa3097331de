package org.anteroom.agent.call;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.sip.AgreedStream;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.LegListener;
import org.anteroom.speech.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * Rings the number on file of a patient who is to be called back, and says what it is until the key comes: nothing of the
 * patient or the practice, because anybody may have answered, and a voicemail keeps what it hears. With the key it is a caller's call like any
 * other; until then it stands back for emergencies as all {@link OwnCalls} do, and ends when the service stops. An actor.
 *
 * <pre>
 *   INVITE -> 200 -> "... with the call back. To go on, press 1." ... -> 1 -> a session has the leg
 *        \-> refused, nobody: over       \-> no key: BYE                                     `-> no room: "the office ..." -> BYE
 * </pre>
 */
final class ReturnRing {
    /** What came of it. */
    enum Outcome {
        /** Nobody answered, or the line was busy. */
        NOBODY,
        /** Somebody or something answered, and no key came. */
        UNPRESSED,
        /** It could not begin, or was broken off: an emergency needs us, no port is to be spared, or the service stops. */
        GAVE_WAY,
        /** The key came, and there was no room: whoever pressed it was told that the office calls. */
        NO_ROOM,
        /** The key came, and a session has the leg. */
        TAKEN
    }

    /** As every caller is told, whatever the key of on-call phones is. */
    private static final char KEY = '1';

    private static final long RING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long KEY_NANOS = TimeUnit.SECONDS.toNanos(25);
    private static final long LAST_WORDS_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final OwnCalls calls;
    private final String number;
    private final BooleanSupplier stopping;
    private final Function<CallerLeg, Optional<LegListener>> begin;
    private final CompletableFuture<Outcome> done = new CompletableFuture<>();
    private @Nullable AgreedStream stream;
    private @Nullable LegListener session;
    /** The key came, and there was no room: the last sentence is spoken. */
    private boolean last;

    private long since;

    /**
     * @param stopping whether the service stops, and nobody would be let in
     * @param begin makes a session of the leg, which it then owns; empty, and the leg stays, where there is no room for one
     */
    ReturnRing(
            OwnCalls.Means means,
            String number,
            BooleanSupplier stopping,
            Function<CallerLeg, Optional<LegListener>> begin) {
        this.calls = new OwnCalls(means, this::on, this::abandon);
        this.number = number;
        this.stopping = stopping;
        this.begin = begin;
    }

    /** Begins; the future completes within two minutes, and fails when an error broke it off. */
    CompletableFuture<Outcome> run() {
        calls.begin();
        return done;
    }

    private void on(Mail mail) {
        LegListener taken = session;
        if (taken != null) {
            passOn(mail, taken);
        } else if (mail instanceof Mail.Admitted) {
            ring();
        } else if (mail instanceof Mail.FarLegEvent event && calls.has(event.leg())) {
            event(event.leg(), event.event(), event.nanos());
        } else if (mail instanceof Mail.FarKey key && calls.has(key.leg())) {
            key(key.leg(), key.key(), key.nanos());
        } else if (mail instanceof Mail.FarSpoken spoken && calls.has(spoken.leg())) {
            spoken(spoken.leg(), spoken.utterance());
        } else if (mail instanceof Mail.GiveWay) {
            finish(Outcome.GAVE_WAY);
        } else if (mail instanceof Mail.Tick tick) {
            timeOut(tick.nanos());
        }
    }

    /** The leg is a caller's now. */
    private void passOn(Mail mail, LegListener taken) {
        if (mail instanceof Mail.FarLegEvent event) {
            taken.event(event.event());
            if (event.event() instanceof LegEvent.Ended) {
                calls.close();
            }
        }
    }

    private void ring() {
        if (calls.emergency() || stopping.getAsBoolean()) {
            finish(Outcome.GAVE_WAY);
            return;
        }
        try {
            since = System.nanoTime();
            calls.ring(calls.legs(List.of("number on file")).get(0), number);
        } catch (IOException portsAreCallers) {
            finish(Outcome.GAVE_WAY);
        }
    }

    private void event(FarLeg leg, LegEvent event, long nanos) {
        if (event instanceof LegEvent.Answered answered) {
            stream = answered.stream();
            leg.answer(answered.stream());
            since = nanos;
            announce(leg);
        } else if (event instanceof LegEvent.Reoffered changed) {
            stream = changed.stream();
            leg.reconnect(changed.stream());
        } else if (event instanceof LegEvent.Refused || event instanceof LegEvent.Ended) {
            finish(leg.answered() ? Outcome.UNPRESSED : Outcome.NOBODY);
        }
    }

    private void key(FarLeg leg, char key, long nanos) {
        AgreedStream agreed = stream;
        if (key != KEY || last || agreed == null) {
            return;
        }
        leg.hush();
        Optional<LegListener> begun = leg.dialog().flatMap(dialog -> begin.apply(new ReturnedLeg(dialog, leg.port())));
        if (begun.isPresent()) {
            LegListener taken = begun.get();
            session = taken;
            // Before anything that is passed on: a change of the stream must find it connected.
            taken.event(new LegEvent.Answered(agreed));
            calls.release(leg);
            done.complete(Outcome.TAKEN);
        } else {
            last = true;
            since = nanos;
            leg.say(calls.text(TemplateId.RETURN_WITH_OFFICE), Tempo.USUAL, 0);
        }
    }

    private void spoken(FarLeg leg, int utterance) {
        if (leg.last(utterance) && last) {
            finish(Outcome.NO_ROOM);
        } else if (leg.last(utterance)) {
            announce(leg);
        }
    }

    private void announce(FarLeg leg) {
        leg.say(calls.text(TemplateId.RETURN_ANNOUNCE), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
    }

    private void timeOut(long nanos) {
        long waited = nanos - since;
        if (last && waited > LAST_WORDS_NANOS) {
            finish(Outcome.NO_ROOM);
        } else if (!last && stopping.getAsBoolean()) {
            finish(Outcome.GAVE_WAY);
        } else if (!last && calls.answered() && waited > KEY_NANOS) {
            finish(Outcome.UNPRESSED);
        } else if (!calls.answered() && waited > RING_NANOS) {
            finish(Outcome.NOBODY);
        }
    }

    private void finish(Outcome outcome) {
        calls.close();
        // However it ends: whoever was told that the office calls is not rung again.
        done.complete(last ? Outcome.NO_ROOM : outcome);
    }

    private void abandon(Throwable why) {
        if (last) {
            finish(Outcome.NO_ROOM);
        } else {
            calls.close();
            done.completeExceptionally(why);
        }
    }
}
