package org.anteroom.agent.call;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Undelivered;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.speech.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * Rings one phone for an alarm, says what is wrong until the accept key comes, and thanks. It hangs up as soon as an emergency
 * begins; one that is open already doesn't stop it: that nobody took it may be the alarm. An actor.
 */
final class AlarmCall {
    private static final long RING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long KEY_NANOS = TimeUnit.SECONDS.toNanos(25);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(75);

    private final OwnCalls calls;
    private final String number;
    private final TemplateId sentence;
    private final Runnable taken;
    private final CompletableFuture<String> trouble = new CompletableFuture<>();
    private @Nullable FarLeg phone;
    private boolean accepted;
    private long since;

    AlarmCall(OwnCalls.Means means, String number, Alarm.Kind kind, Runnable taken) {
        this.calls = new OwnCalls(means, this::on, this::abandon);
        this.number = number;
        this.sentence = sentence(kind);
        this.taken = taken;
    }

    /** Blocks until the call is over; as {@link org.anteroom.agent.notice.AlarmPhone#tell}. */
    void ring() throws Undelivered, InterruptedException {
        calls.begin();
        try {
            String why = trouble.get(LONGEST_NANOS, TimeUnit.NANOSECONDS);
            if (!why.isEmpty()) {
                throw Undelivered.forNow(why);
            }
        } catch (TimeoutException e) {
            calls.stop();
            throw Undelivered.forNow("The call did not end in time.");
        } catch (ExecutionException e) {
            throw Undelivered.forNow("The call met a programming error; please report it.");
        } catch (InterruptedException e) {
            calls.stop();
            throw e;
        }
    }

    private void on(Mail mail) {
        if (mail instanceof Mail.Admitted) {
            begin();
        } else if (mail instanceof Mail.FarLegEvent event) {
            event(event.leg(), event.event(), event.nanos());
        } else if (mail instanceof Mail.FarKey key) {
            key(key.leg(), key.key());
        } else if (mail instanceof Mail.FarSpoken spoken) {
            spoken(spoken.leg(), spoken.utterance());
        } else if (mail instanceof Mail.GiveWay) {
            end("An emergency began, and the phone may be needed for it.");
        } else if (mail instanceof Mail.Stop) {
            end("The service is stopping.");
        } else if (mail instanceof Mail.Tick tick) {
            timeOut(tick.nanos());
        }
    }

    /** An emergency that is open already may be what the alarm is about; a phone that it rings is left to it. */
    private void begin() {
        boolean onCall = calls.parts().duty().get().all().stream()
                .anyMatch(target -> target.number().equals(number));
        if (calls.emergency() && onCall) {
            end("An emergency is open, and the phone is one of those on call.");
            return;
        }
        try {
            FarLeg leg = calls.legs(List.of("alarm")).get(0);
            phone = leg;
            since = System.nanoTime();
            calls.ring(leg, number);
        } catch (IOException e) {
            end("The phone was not rung: " + e.getMessage() + ".");
        }
    }

    private void event(FarLeg leg, LegEvent event, long nanos) {
        if (event instanceof LegEvent.Answered answered) {
            leg.answer(answered.stream());
            announce(leg);
            since = nanos;
        } else if (event instanceof LegEvent.Reoffered changed) {
            leg.reconnect(changed.stream());
        } else if (event instanceof LegEvent.Refused refused) {
            end("The PBX answered " + refused.status() + " for this phone: is its number right, is it busy?");
        } else if (event instanceof LegEvent.Ended) {
            end(
                    leg.answered()
                            ? "Whoever answered the phone hung up without the key."
                            : "The phone could not be rung.");
        }
    }

    private void key(FarLeg leg, char key) {
        if (leg.answered() && !accepted && key == calls.parts().settings().acceptKey()) {
            accepted = true;
            taken.run();
            leg.say(calls.text(TemplateId.ALARM_NOTED), Tempo.USUAL, 0);
        }
    }

    private void spoken(FarLeg leg, int utterance) {
        if (leg.last(utterance) && accepted) {
            end("");
        } else if (leg.last(utterance)) {
            announce(leg);
        }
    }

    private void announce(FarLeg leg) {
        leg.say(calls.text(sentence), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
    }

    private void timeOut(long nanos) {
        FarLeg leg = phone;
        if (leg == null) {
            return;
        }
        long waited = nanos - since;
        if (leg.answered() && waited > KEY_NANOS) {
            end("The phone was answered, but the key did not come: a voicemail?");
        } else if (!leg.answered() && waited > RING_NANOS) {
            end("Nobody answered the phone.");
        }
    }

    /** @param why empty when a person took it */
    private void end(String why) {
        calls.close();
        trouble.complete(accepted ? "" : why);
    }

    private void abandon(Throwable why) {
        calls.close();
        trouble.completeExceptionally(why);
    }

    private static TemplateId sentence(Alarm.Kind kind) {
        return switch (kind) {
            case NOBODY_ANSWERS -> TemplateId.ALARM_NOBODY_ANSWERS;
            case CALL_CUT -> TemplateId.ALARM_CALL_CUT;
            case RECORDS -> TemplateId.ALARM_RECORDS;
            case EMERGENCY_ONLY -> TemplateId.ALARM_EMERGENCY_ONLY;
            case LINE, HEALTH -> TemplateId.ALARM_NOT_ANSWERING;
            case TEST -> TemplateId.ALARM_TEST;
            default -> TemplateId.ALARM_OTHER;
        };
    }
}
