package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.anteroom.speech.Expected;

/** The three calls, and the doctor who is on call. */
final class DemoCalls {

    /** Pitches that no voice holds: what one phone plays, the other must hear. */
    static final double DOCTOR_HZ = 620;

    static final double CALLER_HZ = 440;

    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration BRIDGED_WITHIN = Duration.ofSeconds(40);
    private static final Duration TONE = Duration.ofMillis(800);
    private static final Duration QUIET = Duration.ofMillis(700);

    private final Transcript transcript;
    private final DemoChecks checks;
    private final List<DemoCaller> callers = new CopyOnWriteArrayList<>();
    private final List<PhoneCall> doctors = new CopyOnWriteArrayList<>();
    private final CountDownLatch nameGiven = new CountDownLatch(1);

    DemoCalls(Transcript transcript, DemoChecks checks) {
        this.transcript = transcript;
        this.checks = checks;
    }

    /** Reached in the middle of the first call: the practice has more than one caller. */
    CountDownLatch nameGiven() {
        return nameGiven;
    }

    List<DemoCaller> callers() {
        return List.copyOf(callers);
    }

    /** The calls the doctor took. */
    List<PhoneCall> doctors() {
        return List.copyOf(doctors);
    }

    /** The first call: leaves a message with another number than the one called from. */
    void message(Phone phone) throws IOException, InterruptedException {
        try (PhoneCall call = dial(phone, "message")) {
            DemoCaller caller = caller(call, "caller 1");
            caller.says("message-wish", Expected.Kind.OPEN);
            caller.says("message-name", Expected.Kind.OPEN);
            nameGiven.countDown();
            caller.says("message-no", Expected.Kind.YES_NO);
            caller.says("message-number", Expected.Kind.DIGITS);
            caller.says("message-yes", Expected.Kind.YES_NO);
            caller.says("message-about", Expected.Kind.MONOLOGUE);
            caller.says("message-nothing", Expected.Kind.YES_NO);
            caller.says("message-bye", Expected.Kind.OPEN);
            caller.leaves();
        } finally {
            nameGiven.countDown();
        }
    }

    /** The second call: asks for the hours, then speaks of chest pain. Returns when the decisive word ended, nanos. */
    long emergency(Phone phone) throws IOException, InterruptedException {
        try (PhoneCall call = dial(phone, "emergency")) {
            DemoCaller caller = caller(call, "caller 2");
            caller.says("hours-wish", Expected.Kind.OPEN);
            caller.awaitAgent("after the question for the hours");
            CallerAudio.Clip clip = CallerAudio.clip("hours-chest-pain");
            transcript.note("caller 2", "\"" + clip.words() + "\"");
            Spoken spoken = call.say(clip);
            checks.that("the caller hears the doctor", call.hears(DOCTOR_HZ, BRIDGED_WITHIN));
            transcript.note("caller 2", "hears the doctor, answers with a tone");
            call.tone(CALLER_HZ, TONE);
            caller.leaves();
            return spoken.startedNanos() + clip.decisiveMs().orElse(0) * 1_000_000L;
        }
    }

    /** The third call: a clinical question, then a message. */
    void clinical(Phone phone) throws IOException, InterruptedException {
        try (PhoneCall call = dial(phone, "clinical question")) {
            DemoCaller caller = caller(call, "caller 3");
            caller.says("clinical-question", Expected.Kind.OPEN);
            caller.says("clinical-yes", Expected.Kind.YES_NO);
            caller.says("clinical-name", Expected.Kind.OPEN);
            caller.says("clinical-yes", Expected.Kind.YES_NO);
            caller.says("clinical-about", Expected.Kind.MONOLOGUE);
            caller.says("clinical-no", Expected.Kind.YES_NO);
            caller.says("clinical-bye", Expected.Kind.OPEN);
            caller.leaves();
        }
    }

    /** The doctor: listens to the announcement, presses 1, greets, plays a tone, listens for the caller's. */
    void doctor(PhoneCall call) throws IOException, InterruptedException {
        doctors.add(call);
        transcript.note("doctor", "the phone rings, is answered");
        checks.that("the on-call phone hears the announcement", call.awaitTurn(QUIET, ANSWERED_WITHIN));
        transcript.note("doctor", "presses 1");
        call.press('1');
        call.listenAfresh();
        checks.that("the on-call phone hears what it is about", call.awaitTurn(QUIET, ANSWERED_WITHIN));
        CallerAudio.Clip hello = CallerAudio.clip("on-call-hello");
        transcript.note("doctor", "\"" + hello.words() + "\"");
        call.say(hello);
        call.tone(DOCTOR_HZ, TONE);
        checks.that("the doctor hears the caller", call.hears(CALLER_HZ, BRIDGED_WITHIN));
        transcript.note("doctor", "hears the caller, hangs up");
    }

    private PhoneCall dial(Phone phone, String about) throws IOException, InterruptedException {
        PhoneCall call = phone.dial(DemoPractice.NUMBER);
        boolean answered = call.awaitAnswered(ANSWERED_WITHIN);
        checks.that("the call is answered (" + about + ")", answered);
        if (!answered) {
            throw new IllegalStateException("The agent did not answer the call about " + about + " within "
                    + ANSWERED_WITHIN.toSeconds() + " s.");
        }
        return call;
    }

    private DemoCaller caller(PhoneCall call, String name) {
        DemoCaller caller = new DemoCaller(call, name, transcript);
        callers.add(caller);
        return caller;
    }
}
