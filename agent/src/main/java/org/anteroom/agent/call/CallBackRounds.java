package org.anteroom.agent.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.anteroom.agent.dialogue.TemplateId;
import org.anteroom.agent.notice.Alarm;
import org.anteroom.agent.notice.Alarms;
import org.anteroom.agent.practice.CallBack;
import org.anteroom.agent.practice.CallBackOwner;
import org.anteroom.agent.practice.CallBackStage;
import org.anteroom.agent.practice.CallBacks;
import org.anteroom.agent.watch.Rounds;
import org.anteroom.agent.watch.ThreadNames;
import org.jspecify.annotations.Nullable;

/**
 * Sees that promised call-backs are kept: looks every two seconds at what is on disk and does what {@link CallBackStage} says
 * is due, one ring at a time. Alarm channels are told before a phone rings, and of what is overdue when nobody takes it.
 *
 * <p>The hazard it must avoid: a disk that takes no writes must not make a phone ring again and again, so what was done is
 * remembered here too. On {@code call-back}; closing waits for nothing.
 */
public final class CallBackRounds implements AutoCloseable {
    private static final Duration EVERY = Duration.ofSeconds(2);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Who says that it was done, for the audit trail: whoever had the phone in the hand. */
    private static final String PHONE = "phone";

    /** One act on its way. */
    private record Errand(CallBack callBack, CallBackStage.Act act, CompletableFuture<CallBackRing.Outcome> ring) {}

    private record Did(long number, CallBackStage.Act act) {}

    /** One act whose time has come. */
    private record Due(CallBack callBack, CallBackStage.Act act) {
        Did did() {
            return new Did(callBack.number(), act);
        }
    }

    private final CallBacks callBacks;
    private final Function<CallBackRing.Matter, CompletableFuture<CallBackRing.Outcome>> phones;
    private final Supplier<Optional<String>> contact;
    private final Alarms alarms;
    private final Clock clock;
    private final ZoneId zone;
    private final Set<Did> did = new HashSet<>();
    /** Those of which the alarm channels were told. */
    private final Set<Did> told = new HashSet<>();
    /** How often one stood back for an emergency, so that the others have their turn. */
    private final Map<Did, Integer> gaveWay = new HashMap<>();

    private final Rounds rounds = new Rounds(ThreadNames.CALL_BACK, Duration.ZERO);
    private @Nullable Errand errand;

    CallBackRounds(
            CallBacks callBacks,
            Function<CallBackRing.Matter, CompletableFuture<CallBackRing.Outcome>> phones,
            Supplier<Optional<String>> contact,
            Alarms alarms,
            Clock clock,
            ZoneId zone) {
        this.callBacks = callBacks;
        this.phones = phones;
        this.contact = contact;
        this.alarms = alarms;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Begins.
     *
     * @param phones rings them; must outlive this
     * @param contact dialled when a call-back is overdue; asked each time
     * @param zone the practice's
     */
    public static CallBackRounds start(
            CallBacks callBacks,
            OwnPhoning phones,
            Supplier<Optional<String>> contact,
            Alarms alarms,
            Clock clock,
            ZoneId zone) {
        CallBackRounds started = new CallBackRounds(callBacks, phones::forCallBack, contact, alarms, clock, zone);
        started.rounds.every(EVERY, started::round);
        return started;
    }

    /** Looks once. */
    void round() {
        Errand running = errand;
        if (running != null && running.ring().isDone()) {
            errand = null;
            finished(running);
        }
        List<CallBack> waiting = callBacks.waiting();
        settle(waiting);
        Instant now = clock.instant();
        List<Due> due = new ArrayList<>();
        for (CallBack callBack : waiting) {
            again(callBack);
            callBack.due(now).ifPresent(act -> due.add(new Due(callBack, act)));
        }
        due.stream().filter(one -> did.contains(one.did())).forEach(one -> record(one.callBack(), one.act()));
        due.removeIf(one -> did.contains(one.did()));
        due.stream().filter(one -> one.act() != CallBackStage.Act.ESCALATE).forEach(this::page);
        if (errand == null) {
            due.stream()
                    .min(Comparator.comparing(one -> gaveWay.getOrDefault(one.did(), 0)))
                    .ifPresent(one -> errand = begin(one.callBack(), one.act()));
        }
    }

    /** A restart forgets alarms that were open. */
    private void again(CallBack callBack) {
        boolean takenLate =
                callBack.taken().map(taken -> taken.isAfter(callBack.due())).orElse(false);
        if (callBack.stage() == CallBackStage.OVERDUE && !takenLate) {
            overdue(callBack);
        }
    }

    private Errand begin(CallBack callBack, CallBackStage.Act act) {
        boolean escalate = act == CallBackStage.Act.ESCALATE;
        List<CallBackOwner> ring = escalate
                ? contact.get()
                        .map(number -> List.of(new CallBackOwner("contact", number)))
                        .orElse(List.of())
                : callBack.owners();
        TemplateId sentence = escalate ? TemplateId.CALL_BACK_OVERDUE : TemplateId.CALL_BACK_ASKED;
        CompletableFuture<CallBackRing.Outcome> outcome = ring.isEmpty()
                ? CompletableFuture.completedFuture(CallBackRing.Outcome.NOBODY)
                : phones.apply(new CallBackRing.Matter(sentence, callBack.caller(), ring, () -> callBacks
                        .done(PHONE, callBack.number())
                        .thenApply(found -> true)));
        return new Errand(callBack, act, outcome);
    }

    private void finished(Errand errand) {
        CallBack callBack = errand.callBack();
        // Where nobody can be rung now, for want of a line or of ports, it comes again like one that gave way.
        boolean failed = errand.ring().isCompletedExceptionally();
        CallBackRing.Outcome outcome =
                failed ? CallBackRing.Outcome.GAVE_WAY : errand.ring().join();
        if (outcome == CallBackRing.Outcome.DONE) {
            return;
        }
        boolean escalate = errand.act() == CallBackStage.Act.ESCALATE;
        if (escalate && outcome != CallBackRing.Outcome.TAKEN) {
            overdue(callBack);
        }
        if (outcome == CallBackRing.Outcome.GAVE_WAY) {
            gaveWay.merge(new Did(callBack.number(), errand.act()), 1, Integer::sum);
            return;
        }
        if (outcome == CallBackRing.Outcome.TAKEN) {
            var unused = callBacks.taken(callBack);
        }
        did.add(new Did(callBack.number(), errand.act()));
        record(callBack, errand.act());
    }

    private void record(CallBack callBack, CallBackStage.Act act) {
        var unused = callBacks.told(callBack, act);
    }

    /** All channels at once, whichever phone rings first. */
    private void page(Due due) {
        CallBack callBack = due.callBack();
        if (!told.add(due.did())) {
            return;
        }
        alarms.raise(
                Alarm.Kind.CALL_BACK,
                "A caller must be called back by "
                        + TIME.format(callBack.due().atZone(zone)) + ". The people on call"
                        + " are rung; what it is about: anteroom messages show " + callBack.message()
                        + ". When it is done: anteroom callbacks done " + callBack.number(),
                subject(callBack.number()));
    }

    private void overdue(CallBack callBack) {
        if (!told.add(new Did(callBack.number(), CallBackStage.Act.ESCALATE))) {
            return;
        }
        alarms.raise(
                Alarm.Kind.CALL_BACK_OVERDUE,
                "A caller must be called back by "
                        + TIME.format(callBack.due().atZone(zone)) + " and nobody has said"
                        + " that it was made. Call back: anteroom messages show " + callBack.message()
                        + ", then: anteroom callbacks done " + callBack.number(),
                subject(callBack.number()));
    }

    /** What is done asks nobody any more. */
    private void settle(List<CallBack> waiting) {
        Set<Long> open = new HashSet<>();
        waiting.forEach(callBack -> open.add(callBack.number()));
        told.stream()
                .map(Did::number)
                .filter(number -> !open.contains(number))
                .distinct()
                .forEach(number -> {
                    alarms.clear(Alarm.Kind.CALL_BACK, subject(number));
                    alarms.clear(Alarm.Kind.CALL_BACK_OVERDUE, subject(number));
                });
        for (Set<Did> each : List.of(did, told, gaveWay.keySet())) {
            each.removeIf(one -> !open.contains(one.number()));
        }
    }

    private static String subject(long number) {
        return "call-back " + number;
    }

    @Override
    public void close() {
        rounds.close();
    }
}
