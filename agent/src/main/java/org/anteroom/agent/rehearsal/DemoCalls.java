package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The three calls, and the doctor who is on call. */
final class DemoCalls {

    /** Numbers of the calls, in the order in which they are answered. */
    static final int MESSAGE = 1;

    static final int CLINICAL = 2;
    static final int EMERGENCY = 3;

    /** Pitches that no voice holds: what one phone plays, the other must hear. */
    static final double DOCTOR_HZ = 620;

    static final double CALLER_HZ = 440;

    private static final Duration REGISTERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);
    private static final Duration BRIDGED_WITHIN = Duration.ofSeconds(40);
    private static final Duration TONE = Duration.ofMillis(800);
    /** The announcement is repeated after a short pause. */
    private static final Duration BETWEEN_ANNOUNCEMENTS = Duration.ofMillis(300);

    private static final Duration QUIET = Duration.ofMillis(900);

    private final DemoPbx pbx;
    private final Transcript transcript;
    private final DemoChecks checks;
    private final List<DemoCaller> callers = new CopyOnWriteArrayList<>();
    private final List<PhoneCall> doctors = new CopyOnWriteArrayList<>();
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch firstOver = new CountDownLatch(1);

    DemoCalls(DemoPbx pbx, Transcript transcript, DemoChecks checks) {
        this.pbx = pbx;
        this.transcript = transcript;
        this.checks = checks;
    }

    /** Reached when the first call is under way: the practice has more than one caller. */
    CountDownLatch underWay() {
        return underWay;
    }

    /** Reached when one of the two calls that run side by side is over. */
    CountDownLatch firstOver() {
        return firstOver;
    }

    List<DemoCaller> callers() {
        return List.copyOf(callers);
    }

    /** The caller in that call; empty while it is not answered. */
    Optional<DemoCaller> caller(int number) {
        return callers.stream().filter(caller -> caller.number() == number).findFirst();
    }

    /** The calls the doctor took. */
    List<PhoneCall> doctors() {
        return List.copyOf(doctors);
    }

    /** The first call: leaves a message with another number than the one called from. */
    void message(Phone phone) throws IOException, InterruptedException {
        try (PhoneCall call = dial(phone, MESSAGE)) {
            call.awaitSpeech(ANSWERED_WITHIN);
            underWay.countDown();
            answered(call, MESSAGE)
                    .converse(new DemoReplies(DemoPractice.SPOKEN_NUMBER)
                            .wish("message-wish")
                            .name("message-name")
                            .sameNumber("message-no")
                            .number("message-number")
                            .yes("message-yes")
                            .about("message-about")
                            .no("message-nothing")
                            .bye("message-bye"));
            checks.that(MESSAGE, "the agent says goodbye and hangs up", call.awaitEnded(ANSWERED_WITHIN));
        } finally {
            underWay.countDown();
            firstOver.countDown();
        }
    }

    /** The second call: a clinical question, which becomes a message with nothing to add. */
    void clinical(Phone phone) throws IOException, InterruptedException {
        try (PhoneCall call = dial(phone, CLINICAL)) {
            answered(call, CLINICAL)
                    .converse(new DemoReplies(DemoPractice.CALLERS.get(1))
                            .wish("clinical-question")
                            .yes("clinical-yes")
                            .name("clinical-name")
                            .sameNumber("clinical-yes")
                            .no("clinical-no")
                            .bye("clinical-no"));
            checks.that(CLINICAL, "the agent says goodbye and hangs up", call.awaitEnded(ANSWERED_WITHIN));
        } finally {
            firstOver.countDown();
        }
    }

    /** The third call: asks for the hours, then speaks of chest pain. Returns when the decisive word ended, nanos. */
    long emergency(Phone phone) throws IOException, InterruptedException {
        try (PhoneCall call = dial(phone, EMERGENCY)) {
            DemoCaller caller = answered(call, EMERGENCY);
            caller.says("hours-wish");
            Spoken spoken = caller.says("hours-chest-pain");
            boolean bridged = call.hears(DOCTOR_HZ, BRIDGED_WITHIN);
            checks.that(EMERGENCY, "the caller hears the doctor", bridged);
            if (bridged) {
                transcript.note(EMERGENCY, "caller", "hears the doctor's tone, answers with another");
                call.tone(CALLER_HZ, TONE);
                call.awaitEnded(TONE);
            }
            transcript.note(EMERGENCY, "caller", "hangs up");
            CallerAudio.Clip clip = CallerAudio.clip("hours-chest-pain");
            return spoken.startedNanos() + clip.decisiveMs().orElse(0) * 1_000_000L;
        }
    }

    /** The doctor: listens to the announcement, presses 1, greets, plays a tone, listens for the caller's. */
    void doctor(PhoneCall call) throws IOException, InterruptedException {
        doctors.add(call);
        transcript.note(EMERGENCY, "doctor", "picks up the ringing phone");
        checks.that(
                EMERGENCY,
                "the doctor's phone hears the announcement",
                call.awaitTurn(BETWEEN_ANNOUNCEMENTS, ANSWERED_WITHIN));
        transcript.note(EMERGENCY, "doctor", "presses 1");
        call.press('1');
        call.listenAfresh();
        checks.that(EMERGENCY, "the doctor's phone hears what it is about", call.awaitTurn(QUIET, ANSWERED_WITHIN));
        CallerAudio.Clip hello = CallerAudio.clip("on-call-hello");
        transcript.note(EMERGENCY, "doctor", "says: \"" + hello.words() + "\"");
        call.say(hello);
        call.tone(DOCTOR_HZ, TONE);
        boolean bridged = call.hears(CALLER_HZ, BRIDGED_WITHIN);
        checks.that(EMERGENCY, "the doctor hears the caller", bridged);
        if (bridged) {
            transcript.note(EMERGENCY, "doctor", "hears the caller's tone");
        }
        call.awaitEnded(BRIDGED_WITHIN);
    }

    private PhoneCall dial(Phone phone, int number) throws IOException, InterruptedException {
        if (!pbx.awaitRegistered(DemoPractice.AGENT, REGISTERED_WITHIN)) {
            throw new IllegalStateException("The agent was not registered within " + REGISTERED_WITHIN.toSeconds()
                    + " s, so call " + number + " could not be made.");
        }
        PhoneCall call = phone.dial(DemoPractice.NUMBER);
        boolean answered = call.awaitAnswered(ANSWERED_WITHIN);
        checks.that(number, "the agent picks up", answered);
        if (!answered) {
            throw new IllegalStateException(
                    "The agent did not answer call " + number + " within " + ANSWERED_WITHIN.toSeconds() + " s.");
        }
        return call;
    }

    private DemoCaller answered(PhoneCall call, int number) {
        DemoCaller caller = new DemoCaller(call, number, transcript);
        callers.add(caller);
        return caller;
    }
}
