package org.anteroom.agent.call;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.speech.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * Rings the phones of one person about a hand-over, says what it is about until a key comes, and then what came of it. Nobody
 * is bridged. It stands back for emergencies as all {@link OwnCalls} do. An actor.
 *
 * <pre>
 *   INVITE to all -> 200 -> "... Press 1 to take it" ... -> 1 -> kept -> "You have it until ..." -> BYE
 *                                                        `-> 2, nobody, hung up -> BYE
 * </pre>
 */
final class DutyRing {
    private static final long RING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long KEY_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long LAST_WORDS_NANOS = TimeUnit.SECONDS.toNanos(20);

    /**
     * How it ended.
     *
     * @param heard whether what is said after a key was said to its end
     */
    record End(DutyAnswer answer, boolean heard) {}

    private final OwnCalls calls;
    private final List<CallBackOwner> phones;
    private final String announcement;
    private final Supplier<CompletableFuture<String>> taken;
    private final CompletableFuture<End> done = new CompletableFuture<>();
    private @Nullable FarLeg answerer;
    private DutyAnswer answer = DutyAnswer.NONE;
    private boolean last;
    private boolean heard;
    private long began;
    /** The newest answer, or the key. */
    private long since;

    /**
     * @param announcement said until a key comes
     * @param taken asked once, when the accept key has come: gives what is said then
     */
    DutyRing(
            OwnCalls.Means means,
            List<CallBackOwner> phones,
            String announcement,
            Supplier<CompletableFuture<String>> taken) {
        this.calls = new OwnCalls(means, this::on, this::abandon);
        this.phones = List.copyOf(phones);
        this.announcement = announcement;
        this.taken = taken;
    }

    /** Begins; the future completes within two minutes, and fails when nobody can be rung now. */
    CompletableFuture<End> run() {
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
        } else if (mail instanceof Mail.DutyKept kept) {
            lastWords(kept.sentence());
        } else if (mail instanceof Mail.GiveWay) {
            finish();
        } else if (mail instanceof Mail.Tick tick) {
            timeOut(tick.nanos());
        }
    }

    private void begin() {
        if (calls.emergency()) {
            abandon(new IllegalStateException("an emergency is ringing or connected"));
            return;
        }
        try {
            began = System.nanoTime();
            since = began;
            calls.ring(phones);
        } catch (IOException e) {
            abandon(e);
        }
    }

    private void event(FarLeg leg, LegEvent event, long nanos) {
        if (event instanceof LegEvent.Answered answered) {
            leg.answer(answered.stream());
            // A voicemail may be the first to answer: the key decides which leg is the person's.
            since = nanos;
            announce(leg);
        } else if (event instanceof LegEvent.Reoffered changed) {
            leg.reconnect(changed.stream());
        } else if (event instanceof LegEvent.Refused || event instanceof LegEvent.Ended) {
            drop(leg);
        }
    }

    private void key(FarLeg leg, char key, long nanos) {
        DutyAnswer next = answer.after(key, calls.parts().settings().acceptKey());
        if (!leg.answered() || next == answer) {
            return;
        }
        answer = next;
        answerer = leg;
        since = nanos;
        calls.drop(other -> other != leg);
        if (next == DutyAnswer.DECLINED) {
            lastWords(calls.text(TemplateId.ALARM_NOTED));
            return;
        }
        var unused = taken.get()
                .whenComplete((sentence, fault) ->
                        calls.post(new Mail.DutyKept(fault == null ? sentence : calls.text(TemplateId.DUTY_NOT_NOW))));
    }

    /** Said as done only when it is. */
    private void lastWords(String sentence) {
        FarLeg leg = answerer;
        last = true;
        if (leg != null && calls.has(leg)) {
            leg.say(sentence, Tempo.USUAL, 0);
        }
    }

    private void spoken(FarLeg leg, int utterance) {
        if (!leg.last(utterance)) {
            return;
        }
        if (last) {
            heard = true;
            drop(leg);
        } else if (answer == DutyAnswer.NONE) {
            announce(leg);
        }
    }

    private void announce(FarLeg leg) {
        leg.say(announcement, Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
    }

    private void timeOut(long nanos) {
        long waited = nanos - since;
        if (answer != DutyAnswer.NONE) {
            if (waited > LAST_WORDS_NANOS) {
                finish();
            }
            return;
        }
        if (nanos - began > RING_NANOS) {
            if (calls.drop(leg -> !leg.answered())) {
                finish();
                return;
            }
        }
        if (calls.answered() && waited > KEY_NANOS) {
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
        done.complete(new End(answer, heard));
    }

    private void abandon(Throwable why) {
        calls.close();
        done.completeExceptionally(why);
    }
}
