package org.anteroom.agent.call;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.sip.LegEvent;
import org.anteroom.agent.sip.Line;
import org.anteroom.agent.words.SpokenDigits;
import org.anteroom.speech.Tempo;
import org.jspecify.annotations.Nullable;

/**
 * Rings phones together about one promised call-back and asks for a key: nothing about the caller is said before it, so that
 * a voicemail hears none of it. Nobody is bridged. It stands back for emergencies as {@link OncallTest} does. An actor with a
 * mailbox of its own.
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
     */
    record Matter(TemplateId announcement, String caller, List<CallBackOwner> phones) {
        Matter {
            phones = List.copyOf(phones);
        }

        @Override
        public String toString() {
            return "Matter[" + announcement.key() + "]";
        }
    }

    private static final char DONE_KEY = '2';
    private static final Duration TICK = Duration.ofMillis(200);
    private static final long RING_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long KEY_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final long TALK_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final CallParts parts;
    private final CallThreads threads;
    private final OpenEmergencies emergencies;
    private final Line line;
    private final InetAddress address;
    private final Matter matter;
    private final List<FarLeg> legs = new ArrayList<>();
    private final CompletableFuture<Outcome> done = new CompletableFuture<>();
    private final Mailbox<Mail> mailbox;
    private @Nullable Runnable unwatched;
    private @Nullable PortReserve reserve;
    private CallThreads.@Nullable Ticks ticks;
    private @Nullable FarLeg taker;
    private Outcome outcome = Outcome.NOBODY;
    private int told;
    private long since;

    CallBackRing(
            CallParts parts,
            CallThreads threads,
            OpenEmergencies emergencies,
            Line line,
            InetAddress address,
            Matter matter) {
        this.parts = parts;
        this.threads = threads;
        this.emergencies = emergencies;
        this.line = line;
        this.address = address;
        this.matter = matter;
        this.mailbox = new Mailbox<>(threads, 512, this::on, this::abandon);
    }

    /** Begins; the future completes within two minutes, and fails when nobody can be rung now. */
    CompletableFuture<Outcome> run() {
        mailbox.post(new Mail.Admitted());
        return done;
    }

    private void on(Mail mail) {
        if (mail instanceof Mail.Admitted) {
            begin();
        } else if (mail instanceof Mail.FarLegEvent event && legs.contains(event.leg())) {
            event(event.leg(), event.event(), event.nanos());
        } else if (mail instanceof Mail.FarKey key && legs.contains(key.leg())) {
            key(key.leg(), key.key(), key.nanos());
        } else if (mail instanceof Mail.FarSpoken spoken && legs.contains(spoken.leg())) {
            spoken(spoken.leg(), spoken.utterance());
        } else if (mail instanceof Mail.GiveWay) {
            outcome = outcome == Outcome.NOBODY ? Outcome.GAVE_WAY : outcome;
            finish();
        } else if (mail instanceof Mail.Tick tick) {
            timeOut(tick.nanos());
        }
    }

    private void begin() {
        unwatched = emergencies.tell(() -> mailbox.urgent(new Mail.GiveWay()));
        if (emergencies.any()) {
            outcome = Outcome.GAVE_WAY;
            finish();
            return;
        }
        try {
            PortReserve ports = PortReserve.open(parts.media());
            reserve = ports;
            Dialler dialler = new Dialler(line, address, ports, parts.prompts(), mailbox::urgent);
            for (CallBackOwner phone : matter.phones()) {
                legs.add(dialler.leg(legs.size() + 1, phone.name()));
            }
            ports.close();
            Door door = new Door(1, parts.settings().portPairs());
            if (door.knock(true, 0, parts.media().openPorts()) != Door.Answer.COME_IN) {
                throw new IOException("too few ports would be left for a call");
            }
            since = System.nanoTime();
            for (int i = 0; i < legs.size(); i++) {
                dialler.ring(legs.get(i), matter.phones().get(i).number());
            }
            ticks = threads.every(TICK, () -> mailbox.post(new Mail.Tick(System.nanoTime())));
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
        boolean done = key == DONE_KEY && key != parts.settings().acceptKey();
        boolean take = key == parts.settings().acceptKey();
        boolean theirs = taker == null || taker == leg;
        if (!leg.answered() || !theirs || !(done || take)) {
            return;
        }
        if (taker == null) {
            taker = leg;
            since = nanos;
            List.copyOf(legs).stream().filter(other -> other != leg).forEach(this::drop);
        }
        if (done) {
            outcome = Outcome.DONE;
            leg.say(text(TemplateId.CALL_BACK_NOTED), Tempo.USUAL, 0);
        } else if (told == 0 && outcome != Outcome.DONE) {
            leg.say(number(), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
        }
    }

    private void spoken(FarLeg leg, int utterance) {
        if (!leg.last(utterance)) {
            return;
        }
        if (taker != leg) {
            announce(leg);
        } else if (outcome == Outcome.DONE || told == 2) {
            drop(leg);
        } else {
            // Who pressed 1 and hung up before the number was over has not taken it.
            outcome = Outcome.TAKEN;
            told++;
            leg.say(told == 1 ? number() : text(TemplateId.CALL_BACK_KEY), Tempo.USUAL, 0);
        }
    }

    private void announce(FarLeg leg) {
        leg.say(text(matter.announcement()), Tempo.USUAL, TransferSentences.ANNOUNCEMENT_PAUSE_MS);
    }

    private void timeOut(long nanos) {
        long waited = nanos - since;
        boolean answered = legs.stream().anyMatch(FarLeg::answered);
        long patience = taker != null ? TALK_NANOS : answered ? Math.max(KEY_NANOS, RING_NANOS) : RING_NANOS;
        if (waited > patience) {
            finish();
        } else if (waited > KEY_NANOS && taker == null) {
            // A voicemail doesn't keep the others from ringing on.
            List.copyOf(legs).stream().filter(FarLeg::answered).forEach(this::drop);
        }
    }

    private void drop(FarLeg leg) {
        leg.close();
        legs.remove(leg);
        if (legs.isEmpty()) {
            finish();
        }
    }

    private void finish() {
        letGo();
        done.complete(outcome);
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
        legs.forEach(FarLeg::close);
        legs.clear();
        PortReserve ports = reserve;
        if (ports != null) {
            ports.close();
        }
        mailbox.close();
    }

    private String number() {
        return matter.caller().isEmpty()
                ? text(TemplateId.ON_CALL_NUMBER_UNKNOWN)
                : parts.catalogue()
                        .text(TemplateId.ON_CALL_NUMBER, Map.of(Slot.NUMBER, SpokenDigits.said(matter.caller())));
    }

    private String text(TemplateId id) {
        Map<Slot, String> slots = new EnumMap<>(Slot.class);
        if (id.ofPractice()) {
            slots.put(Slot.PRACTICE, parts.settings().practice().spokenName());
        }
        return parts.catalogue().text(id, slots);
    }
}
