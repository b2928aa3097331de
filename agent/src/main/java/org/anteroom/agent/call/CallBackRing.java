package org.anteroom.agent.call;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.speech.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * Rings phones together about one promised call-back and asks for a key: nothing about the caller is said before it, so that
 * a voicemail hears none of it. Nobody is bridged. It stands back for emergencies as all {@link OwnCalls} do. An actor.
 *
 * <pre>
 *   INVITE to all -> 200 -> "... press 1 to take it. If you have called back, press 2" ... -> 1 -> number, twice -> BYE
 *                                                                                         `-> 2 -> "noted" -> BYE
 * </pre>
 */
final class CallBackRing {
    /** What came of it. */
    enum Outcome {
        /** Nobody pressed a key. */
        NOBODY,
        /** Somebody pressed 1 and heard the number. */
        TAKEN,
        /** Somebody pressed 2: the caller was called back. */
        DONE,
        /** An emergency needs the phones. */
        GAVE_WAY
    }

    /**
     * What it is about.
     *
     * @param announcement what is said until a key comes; needs the practice's name alone
     * @param caller digits to call back
     * @param keep puts it on the disk that the caller was called back; asked at most once
     */
    record Matter(
            TemplateId announcement,
            String caller,
            List<CallBackOwner> phones,
            Supplier<CompletableFuture<Boolean>> keep) {
        Matter {
            phones = List.copyOf(phones);
        }

        @Override
        public String toString() {
            return "Matter[" + announcement.key() + "]";
        }
    }

    private static final char DONE_KEY = '2';
    private static final int LAST = 2;
    private static final long RING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long KEY_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long TALK_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final OwnCalls calls;
    private final Matter matter;
    private final CompletableFuture<Outcome> done = new CompletableFuture<>();
    private @Nullable FarLeg taker;
    private Outcome outcome = Outcome.NOBODY;
    /** Sentences of the taker's that were heard; {@link #LAST} when the call ends with the next. */
    private int told;

    private boolean keeping;
    private long since;

    CallBackRing(OwnCalls.Means means, Matter matter) {
        this.calls = new OwnCalls(means, this::on, this::abandon);
        this.matter = matter;
    }

    /** Begins; the future completes within two minutes, and fails when nobody can be rung now. */
    CompletableFuture<Outcome> run() {
        calls.begin();
        return done;
    }

    private void on(Mail mail) {
        if (mail instanceof Mail.Admitted) {
            begin();
        } else if (mail instanceof Mail.FarLegEvent event && calls.has(event.leg())) {
            event(event.leg(), event.event(), event.nanos());
        } else if (mail instanceof Mail.FarKey key && calls.has(key.leg())) {
            key(key.leg(), key.key(), key.nanos());
        } else if (mail instanceof Mail.FarSpoken spoken && calls.has(spoken.leg())) {
            spoken(spoken.leg(), spoken.utterance());
        } else if (mail instanceof Mail.CallBackKept kept) {
            kept(kept.leg(), kept.stored());
        } else if (mail instanceof Mail.GiveWay) {
            outcome = outcome == Outcome.NOBODY ? Outcome.GAVE_WAY : outcome;
            finish();
        } else if (mail instanceof Mail.Tick tick) {
            timeOut(tick.nanos());
        }
    }

    private void begin() {
        if (calls.emergency()) {
            outcome = Outcome.GAVE_WAY;
            finish();
            return;
        }
        try {
            since = System.nanoTime();
            calls.ring(matter.phones());
        } catch (IOException e) {
            abandon(e);
        }
    }

    private void event(FarLeg leg, LegEvent event, long nanos) {
        if (event instanceof LegEvent.Answered answered) {
            leg.answer(answered.stream());
            if (taker == null) {
                announce(leg);
                since = nanos;
            } else {
                drop(leg);
            }
        } else if (event instanceof LegEvent.Reoffered changed) {
            leg.reconnect(changed.stream());
        } else if (event instanceof LegEvent.Refused || event instanceof LegEvent.Ended) {
            drop(leg);
        }
    }

    private void key(FarLeg leg, char key, long nanos) {
        boolean done = key == DONE_KEY && key != calls.parts().settings().acceptKey();
        boolean take = key == calls.parts().settings().acceptKey();
        boolean theirs = taker == null || taker == leg;
        if (!leg.answered() || !theirs || !(done || take)) {
            return;
        }
        if (taker == null) {
            taker = leg;
            since = nanos;
            calls.drop(other -> other != leg);
        }
        if (done && !keeping) {
            keeping = true;
            var unused = matter.keep()
                    .get()
                    .whenComplete((stored, fault) -> calls.post(new Mail.CallBackKept(leg, fault == null && stored)));
        } else if (take && told == 0 && !keeping) {
            leg.say(number(), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
        }
    }

    /** Said as done only now. */
    private void kept(FarLeg leg, boolean stored) {
        outcome = stored ? Outcome.DONE : Outcome.TAKEN;
        told = LAST;
        if (calls.has(leg)) {
            leg.say(calls.text(stored ? TemplateId.CALL_BACK_NOTED : TemplateId.CALL_BACK_NOT_NOTED), Tempo.USUAL, 0);
        }
    }

    private void spoken(FarLeg leg, int utterance) {
        if (!leg.last(utterance)) {
            return;
        }
        if (taker != leg) {
            announce(leg);
        } else if (told == LAST) {
            drop(leg);
        } else if (!keeping) {
            // Who pressed 1 and hung up before the number was over has not taken it.
            outcome = Outcome.TAKEN;
            told++;
            leg.say(told == 1 ? number() : calls.text(TemplateId.CALL_BACK_KEY), Tempo.USUAL, 0);
        }
    }

    private void announce(FarLeg leg) {
        leg.say(calls.text(matter.announcement()), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
    }

    private void timeOut(long nanos) {
        long waited = nanos - since;
        long patience = taker != null ? TALK_NANOS : calls.answered() ? Math.max(KEY_NANOS, RING_NANOS) : RING_NANOS;
        if (waited > patience) {
            finish();
        } else if (waited > KEY_NANOS && taker == null && calls.drop(FarLeg::answered)) {
            // A voicemail doesn't keep the others from ringing on; where there are none, nobody has taken it.
            finish();
        }
    }

    private void drop(FarLeg leg) {
        if (calls.drop(leg)) {
            finish();
        }
    }

    private void finish() {
        calls.close();
        done.complete(outcome);
    }

    private void abandon(Throwable why) {
        calls.close();
        done.completeExceptionally(why);
    }

    private String number() {
        return matter.caller().isEmpty()
                ? calls.text(TemplateId.ON_CALL_NUMBER_UNKNOWN)
                : calls.parts()
                        .catalogue()
                        .text(TemplateId.ON_CALL_NUMBER, Map.of(Slot.NUMBER, SpokenDigits.said(matter.caller())));
    }
}
