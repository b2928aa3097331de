package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.anteroom.agent.rehearsal.Happening.Kind;

/** Plays one phrase after the other to the receptionist, each in a call of its own, and measures. Says nothing before the
 *  receptionist has taken the call for a drill: what it says must never reach a real phone. The drill's thread only.
 */
final class DrillCaller {

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(15);
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(5);
    private static final Duration GREETED_WITHIN = Duration.ofSeconds(25);
    private static final Duration GREETING_OVER = Duration.ofMillis(650);
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(8);
    private static final Duration RINGS_WITHIN = Duration.ofSeconds(10);
    private static final Duration HEARD_WITHIN = Duration.ofSeconds(10);
    private static final Duration CALLER_TONE = Duration.ofMillis(1_200);
    private static final Duration OVER_WITHIN = Duration.ofSeconds(5);
    private static final int MOST_NOTED = 2_000;
    private static final String ALARM = "ALARM";
    private static final String GAVE_WAY = "gave way";

    private final DrillPhones phones;
    private final DrillAgent agent;
    private final String dial;
    private final String accepted;
    private final Duration acceptWithin;

    /** @param dial what reaches the receptionist
     *  @param acceptWithin how long somebody has to pick up and press the key
     */
    DrillCaller(DrillPhones phones, DrillAgent agent, String dial, char acceptKey, Duration acceptWithin) {
        this.phones = phones;
        this.agent = agent;
        this.dial = dial;
        this.accepted = "key " + acceptKey;
        this.acceptWithin = acceptWithin;
    }

    /** Makes the call; whatever goes wrong is in the result. */
    DrillResult play(DrillPhrase phrase) throws IOException, InterruptedException {
        CallerAudio.Clip clip = CallerAudio.clip(phrase.clip());
        Attempt attempt = new Attempt(clip);
        DrillAgent.Leave leave;
        try {
            leave = agent.ask(attempt.told::offer);
        } catch (IllegalStateException notNow) {
            attempt.giveWay(String.valueOf(notNow.getMessage()));
            return attempt.result();
        }
        try (leave) {
            phones.takeCalls(leave.token());
            try (PhoneCall call = phones.caller().dial(dial, Optional.of(leave.token()))) {
                attempt.run(call);
                call.hangUp();
                attempt.await(Kind.ENDED, what -> true, OVER_WITHIN);
            }
        } catch (IllegalStateException failed) {
            attempt.end(String.valueOf(failed.getMessage()));
        }
        return attempt.result();
    }

    private final class Attempt {
        private final CallerAudio.Clip clip;
        private final BlockingQueue<Happening> told = new LinkedBlockingQueue<>(MOST_NOTED);
        private final List<Happening> seen = new ArrayList<>();
        private long word;
        private String problem = "";
        private boolean gaveWay;
        private boolean over;

        Attempt(CallerAudio.Clip clip) {
            this.clip = clip;
        }

        void run(PhoneCall call) throws InterruptedException {
            if (!call.awaitAnswered(ANSWERED_WITHIN)) {
                end("the PBX did not put the call through to Anteroom"
                        + call.ending().map(ending -> " (" + ending + ")").orElse("")
                        + ": look at drill.dial and at what the PBX lets drill.user dial");
            } else if (await(Kind.ANSWERED, what -> true, KNOWN_WITHIN).isEmpty()) {
                end("Anteroom took the call for a real one, so nothing was said: the PBX must pass on the header"
                        + " X-Anteroom-Drill, and show drill.user (or drill.caller-id) as the caller");
            } else if (!call.awaitTurn(GREETING_OVER, GREETED_WITHIN)) {
                problem = "there was no greeting, or it did not end";
            } else {
                speak(call);
            }
        }

        private void speak(PhoneCall call) throws InterruptedException {
            Spoken spoken = call.say(clip);
            word = clip.decisiveMs().isPresent()
                    ? spoken.startedNanos()
                            + TimeUnit.MILLISECONDS.toNanos(clip.decisiveMs().getAsInt())
                    : spoken.endedNanos();
            Optional<Happening> decided = await(Kind.DECIDED, what -> true, DECIDED_WITHIN);
            if (decided.isEmpty()) {
                problem = "the emergency was not recognised";
            } else if (await(Kind.OUTBOUND, DrillCaller::rang, RINGS_WITHIN).isEmpty()) {
                problem = phones.refusedStranger()
                        ? "the automatic phone was called without the drill's token, so it did not answer: the PBX must"
                                + " pass on the header X-Anteroom-Drill to drill.auto-user too"
                        : "no phone rang: look at the drill's phones, and at what the PBX lets Anteroom dial";
            } else if (await(Kind.OUTBOUND, accepted::equals, acceptWithin).isEmpty()) {
                problem = "a phone rang, but nobody pressed the accept key";
            } else if (await(Kind.OUTBOUND, "bridged"::equals, HEARD_WITHIN).isEmpty()) {
                problem = "the key was pressed, but caller and phone were not connected";
            } else {
                listen(call);
            }
            if (problem.isEmpty() && !gravest().map(Happening::words).orElse("").equals(ALARM)) {
                problem = "taken for a doubt, not for an emergency";
            }
        }

        /** A person's phone plays no tone: there the connection itself must do. */
        private void listen(PhoneCall call) throws InterruptedException {
            boolean automatic = seen.stream()
                    .anyMatch(each ->
                            each.what().equals("bridged") && each.words().equals(DrillTargets.AUTO));
            if (!automatic) {
                return;
            }
            if (!call.hears(DrillPhones.PHONE_HZ, HEARD_WITHIN)) {
                problem = "connected, but the caller did not hear the phone";
                return;
            }
            call.tone(DrillPhones.CALLER_HZ, CALLER_TONE);
            if (!phones.callerHeard(HEARD_WITHIN)) {
                problem = "connected, but the phone did not hear the caller";
            }
        }

        /** The first of the kind, also one that was seen before; empty when there is none in time, or the call is over. */
        private Optional<Happening> await(Kind kind, Predicate<String> what, Duration within)
                throws InterruptedException {
            Predicate<Happening> fits = happening -> happening.kind() == kind && what.test(happening.what());
            Optional<Happening> before = seen.stream().filter(fits).findFirst();
            long deadline = System.nanoTime() + within.toNanos();
            while (before.isEmpty()) {
                Happening next = told.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return Optional.empty();
                }
                seen.add(next);
                if (fits.test(next)) {
                    return Optional.of(next);
                }
                if (next.kind() == Kind.ENDED) {
                    return Optional.empty();
                }
            }
            return before;
        }

        /** No further call would do better. */
        void end(String why) {
            problem = why;
            over = true;
        }

        /** Real calls come first: it says nothing about the practice. */
        void giveWay(String why) {
            end(why);
            gaveWay = true;
        }

        DrillResult result() {
            told.drainTo(seen);
            boolean ended = seen.stream()
                    .anyMatch(each -> each.kind() == Kind.ENDED && each.what().equals(GAVE_WAY));
            if (ended && !problem.isEmpty()) {
                giveWay(DrillRun.GAVE_WAY);
            }
            Optional<Happening> decided = gravest();
            return new DrillResult(
                    clip.name(),
                    clip.words(),
                    decided.map(Happening::words).orElse(""),
                    decided.map(Happening::what).orElse(""),
                    since(DrillCaller::rang),
                    since(accepted::equals),
                    since("bridged"::equals),
                    problem,
                    gaveWay,
                    over || ended);
        }

        /** A doubt may become an emergency with the next words. */
        private Optional<Happening> gravest() {
            List<Happening> decided =
                    seen.stream().filter(each -> each.kind() == Kind.DECIDED).toList();
            return decided.stream()
                    .filter(each -> each.words().equals(ALARM))
                    .findFirst()
                    .or(() -> decided.stream().findFirst());
        }

        private OptionalLong since(Predicate<String> what) {
            return seen.stream()
                    .filter(each -> each.kind() == Kind.OUTBOUND && what.test(each.what()))
                    .mapToLong(each -> TimeUnit.NANOSECONDS.toMillis(each.nanos() - word))
                    .findFirst();
        }
    }

    /** Trunks say in several ways that a phone rings, and some answer without having said so. */
    private static boolean rang(String what) {
        return what.startsWith("ringing") || what.equals("answered");
    }
}
