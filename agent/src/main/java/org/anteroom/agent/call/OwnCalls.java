package org.anteroom.agent.call;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.anteroom.agent.dialogue.Slot;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.sip.Line;
import org.jspecify.annotations.Nullable;

/**
 * Calls that we make for ourselves, with no caller behind them: a test, an alarm, a call-back that was promised. They stand
 * back for callers: they take no port that a caller would need, and {@link Mail.GiveWay} comes as soon as an emergency begins,
 * because it may need the phones. Owns the legs and the mailbox of the actor whose calls they are. Mailbox only.
 */
final class OwnCalls implements AutoCloseable {
    private static final Duration TICK = Duration.ofMillis(200);
    private static final int MAILBOX = 512;

    /**
     * What they are made with; a receptionist's.
     *
     * @param underway those that have begun and are not closed
     */
    record Means(
            CallParts parts,
            CallThreads threads,
            OpenEmergencies emergencies,
            LetGo letGo,
            Line line,
            InetAddress address,
            Set<OwnCalls> underway) {}

    private final Means means;
    private final Mailbox<Mail> mailbox;
    private final List<FarLeg> legs = new ArrayList<>();
    private @Nullable Runnable unwatched;
    private @Nullable Dialler dialler;
    private CallThreads.@Nullable Ticks ticks;

    /**
     * @param owner takes what comes; {@link Mail.Admitted} first
     * @param fault told what the owner threw
     */
    OwnCalls(Means means, Consumer<Mail> owner, Consumer<Throwable> fault) {
        this.means = means;
        this.mailbox = new Mailbox<>(means.threads(), MAILBOX, owner, fault);
    }

    /** Begins; any thread. */
    void begin() {
        means.underway().add(this);
        mailbox.post(new Mail.Admitted());
    }

    /** Tells the owner; any thread. */
    void post(Mail mail) {
        mailbox.post(mail);
    }

    /** Ends it from outside; any thread. */
    void stop() {
        mailbox.urgent(new Mail.Stop(System.nanoTime()));
    }

    /** Whether an emergency is open; from now on one that begins is told. */
    boolean emergency() {
        unwatched = means.emergencies().tell(() -> mailbox.urgent(new Mail.GiveWay()));
        return means.emergencies().any();
    }

    /**
     * Legs with their ports, in order, none of which rings yet.
     *
     * @param names of the phones, for the journal
     * @throws IOException when the ports are needed for callers; the message is for the operator
     */
    List<FarLeg> legs(List<String> names) throws IOException {
        int ports = Math.max(names.size(), PortReserve.LEGS);
        Door door = new Door(1, means.parts().settings().portPairs());
        if (door.knock(true, 0, means.parts().media().openPorts() + ports) != Door.Answer.COME_IN) {
            throw new IOException(
                    "too few ports would be left for a call; try when it is quieter, or widen the range up"
                            + " to media.last-port");
        }
        try (PortReserve reserve = PortReserve.open(means.parts().media())) {
            Dialler made = new Dialler(
                    means.line(), means.address(), reserve, means.parts().prompts(), mailbox::urgent, means.letGo());
            dialler = made;
            for (String name : names) {
                legs.add(made.leg(legs.size() + 1, name));
            }
        }
        return List.copyOf(legs);
    }

    /**
     * Rings these phones together.
     *
     * @throws IOException as {@link #legs}
     */
    void ring(List<CallBackOwner> phones) throws IOException {
        List<FarLeg> made = legs(phones.stream().map(CallBackOwner::name).toList());
        for (int i = 0; i < made.size(); i++) {
            ring(made.get(i), phones.get(i).number());
        }
    }

    /** Whether the leg is one of ours that has not been dropped. */
    boolean has(FarLeg leg) {
        return legs.contains(leg);
    }

    /** Whether anybody has answered and not been dropped. */
    boolean answered() {
        return legs.stream().anyMatch(FarLeg::answered);
    }

    /** Hangs up one; returns whether it was the last. */
    boolean drop(FarLeg leg) {
        leg.close();
        legs.remove(leg);
        return legs.isEmpty();
    }

    /** Hangs up those; returns whether none is left. */
    boolean drop(Predicate<FarLeg> which) {
        List.copyOf(legs).stream().filter(which).forEach(this::drop);
        return legs.isEmpty();
    }

    /** Sends the INVITE; from the first on {@link Mail.Tick} comes every 200 ms. */
    void ring(FarLeg leg, String number) {
        Dialler made = dialler;
        if (made == null) {
            throw new IllegalStateException("no leg was made");
        }
        made.ring(leg, number);
        if (ticks == null) {
            ticks = means.threads().every(TICK, () -> mailbox.post(new Mail.Tick(System.nanoTime())));
        }
    }

    /** A sentence that needs nothing but the practice's name. */
    String text(TemplateId id) {
        Map<Slot, String> slots = id.ofPractice()
                ? Map.of(Slot.PRACTICE, means.parts().settings().practice().spokenName())
                : Map.of();
        return means.parts().catalogue().text(id, slots);
    }

    CallParts parts() {
        return means.parts();
    }

    /**
     * The leg is somebody else's from now on, and the others are hung up: these calls stand back for nobody any more. What the
     * leg tells still comes to the owner, until {@link #close}.
     */
    void release(FarLeg leg) {
        leg.giveAway();
        legs.remove(leg);
        rest();
    }

    /** Hangs up every leg and takes nothing more. */
    @Override
    public void close() {
        rest();
        mailbox.close();
    }

    private void rest() {
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
        means.underway().remove(this);
    }
}
