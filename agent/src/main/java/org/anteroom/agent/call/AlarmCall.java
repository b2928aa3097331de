package org.anteroom.agent.call;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Undelivered;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.Line;
import org.anteroom.speech.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * Rings one phone for an alarm, says what is wrong until the accept key comes, and thanks. It stands back for emergencies:
 * it takes no port that a call would need, and hangs up as soon as one begins, because the phone may be needed for it. An
 * emergency that is open already doesn't stop it: that nobody took it may be the alarm. An actor with a mailbox of its own.
 */
final class AlarmCall {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final long RING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long KEY_NANOS = TimeUnit.SECONDS.toNanos(25);
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(75);

    private final CallParts parts;
    private final CallThreads threads;
    private final OpenEmergencies emergencies;
    private final Line line;
    private final InetAddress address;
    private final String number;
    private final TemplateId sentence;
    private final Runnable taken;
    private final CompletableFuture<String> trouble = new CompletableFuture<>();
    private final Mailbox<Mail> mailbox;
    private @Nullable Runnable unwatched;
    private @Nullable FarLeg phone;
    private CallThreads.@Nullable Ticks ticks;
    private boolean accepted;
    private long since;

    AlarmCall(
            CallParts parts,
            CallThreads threads,
            OpenEmergencies emergencies,
            Line line,
            InetAddress address,
            String number,
            Alarm.Kind kind,
            Runnable taken) {
        this.parts = parts;
        this.threads = threads;
        this.emergencies = emergencies;
        this.line = line;
        this.address = address;
        this.number = number;
        this.sentence = sentence(kind);
        this.taken = taken;
        this.mailbox = new Mailbox<>(threads, 512, this::on, this::abandon);
    }

    /** Blocks until the call is over; as {@link org.anteroom.agent.notice.AlarmPhone#tell}. */
    void ring() throws Undelivered, InterruptedException {
        mailbox.post(new Mail.Admitted());
        try {
            String why = trouble.get(LONGEST_NANOS, TimeUnit.NANOSECONDS);
            if (!why.isEmpty()) {
                throw Undelivered.forNow(why);
            }
        } catch (TimeoutException e) {
            mailbox.urgent(new Mail.Stop(System.nanoTime()));
            throw Undelivered.forNow("The call did not end in time.");
        } catch (ExecutionException e) {
            throw Undelivered.forNow("The call met a programming error; please report it.");
        } catch (InterruptedException e) {
            mailbox.urgent(new Mail.Stop(System.nanoTime()));
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

    private void begin() {
        unwatched = emergencies.tell(() -> mailbox.urgent(new Mail.GiveWay()));
        Dialler dialler;
        FarLeg leg;
        try (PortReserve ports = PortReserve.open(parts.media())) {
            dialler = new Dialler(line, address, ports, parts.prompts(), mailbox::urgent);
            leg = dialler.leg(1, "alarm");
            phone = leg;
        } catch (IOException e) {
            end("No port is free: " + e.getMessage());
            return;
        }
        if (!roomForACall()) {
            end("The ports that are free are kept for callers.");
            return;
        }
        since = System.nanoTime();
        dialler.ring(leg, number);
        ticks = threads.every(TICK, () -> mailbox.post(new Mail.Tick(System.nanoTime())));
    }

    private boolean roomForACall() {
        Door door = new Door(1, parts.settings().portPairs());
        return door.knock(true, 0, parts.media().openPorts()) == Door.Answer.COME_IN;
    }

    private void event(FarLeg leg, LegEvent event, long nanos) {
        if (event instanceof LegEvent.Answered answered) {
            leg.answer(answered.stream());
            announce(leg);
            since = nanos;
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
        if (leg.answered() && !accepted && key == parts.settings().acceptKey()) {
            accepted = true;
            taken.run();
            leg.say(text(TemplateId.ALARM_NOTED), Tempo.USUAL, 0);
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
        leg.say(text(sentence), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
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
        letGo();
        trouble.complete(accepted ? "" : why);
    }

    private void abandon(Throwable why) {
        letGo();
        trouble.completeExceptionally(why);
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
        FarLeg leg = phone;
        if (leg != null) {
            leg.close();
        }
        mailbox.close();
    }

    private String text(TemplateId id) {
        Map<Slot, String> slots = id.ofPractice()
                ? Map.of(Slot.PRACTICE, parts.settings().practice().spokenName())
                : Map.of();
        return parts.catalogue().text(id, slots);
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
