package org.anteroom.agent.bench;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.PacketSeen;
import org.anteroom.agent.rehearsal.PhoneCall;

/** Emergencies by key while ten others talk: how long from the alarm to the INVITE, and from the key that joins the two to
 *  each hearing the other.
 *
 *  <pre>
 *      caller   ....* held|                       ~~~~ tone ~~~~~~~~~~|~ the person's tone
 *      PBX      ...........|INVITE
 *      on call              press 1 ... 1  category  1 (skips)|  ~~~~ tone ~~~~|~ the caller's tone
 *  </pre>
 *
 *  Both play a tone from before they are joined, whose loudness is the same in every packet: three such packets in a row are
 *  nobody's speech, and the first of them is when the other is heard.
 */
final class LadderCalls {

    private static final int OTHERS = 10;
    /** Whole periods in each packet, so that each is as loud as the next. */
    private static final double CALLER_HZ = 500;

    private static final double PERSON_HZ = 1_000;
    /** Of a tone of amplitude 8,000. */
    private static final double TONE_RMS = 8_000 / Math.sqrt(2);

    private static final double ALIKE = 0.05;
    private static final int IN_A_ROW = 3;
    private static final int FIRST_DYNAMIC_TYPE = 96;
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration INVITE = Duration.ofSeconds(10);
    private static final Duration TAKEN = Duration.ofSeconds(20);
    /** The key that takes the call has been judged and the person hears what it is about. */
    private static final Duration TOLD = Duration.ofMillis(600);

    private static final Duration HEARD = Duration.ofSeconds(3);
    private static final Duration LONG = Duration.ofSeconds(60);

    /** The packet with which the key has been held long enough to the INVITE at the PBX. */
    final Figures inviteMs = new Figures();
    /** The first packet of the key that joins, which must be held for 100 ms, to the later of both hearing the other. */
    final Figures joinedMs = new Figures();

    int alarms;
    String others = "none";

    void all(Practice practice, int count) throws Exception {
        practice.onCall().answering(Answering.after(Duration.ZERO, LadderCalls::take));
        try (Conversations talking = Conversations.begin(practice, OTHERS)) {
            for (int i = 0; i < count; i++) {
                alarm(practice);
            }
            others = talking.summary() + ", " + practice.refused() + " calls refused at first";
        }
    }

    private static void take(PhoneCall call) throws InterruptedException {
        call.awaitSpeech(ANSWER);
        Thread tone = playing(call, PERSON_HZ);
        call.press('1');
        call.awaitEnded(TOLD);
        call.press('1');
        call.awaitEnded(LONG);
        tone.join();
    }

    private void alarm(Practice practice) throws Exception {
        // What the on-call phone took late belongs to a call that was given up.
        while (practice.onCall().nextTaken(Duration.ZERO).isPresent()) {}
        try (PhoneCall call = practice.answered(practice.caller())) {
            call.awaitSpeech(ANSWER);
            long before = System.nanoTime();
            call.press('*');
            OptionalLong invite = practice.inviteAfter(before, INVITE);
            Optional<PhoneCall> person = practice.onCall().nextTaken(TAKEN);
            OptionalLong key = Packets.keyHeldAfter(call.packets(), before);
            alarms++;
            if (invite.isEmpty() || key.isEmpty() || person.isEmpty()) {
                System.err.println("alarm " + alarms + ": no INVITE, or nobody took it");
                return;
            }
            inviteMs.add((invite.getAsLong() - key.getAsLong()) / 1e6);
            Thread tone = playing(call, CALLER_HZ);
            call.hears(PERSON_HZ, ANSWER);
            person.get().hears(CALLER_HZ, HEARD);
            joined(call.packets(), person.get().packets());
            call.hangUp();
            person.get().awaitEnded(TAKEN);
            tone.join();
        }
    }

    private void joined(List<PacketSeen> caller, List<PacketSeen> person) {
        OptionalLong key = Packets.lastKey(person);
        OptionalLong callerHears = toneFrom(caller);
        OptionalLong personHears = toneFrom(person);
        if (key.isEmpty() || callerHears.isEmpty() || personHears.isEmpty()) {
            System.err.println("alarm " + alarms + ": not joined");
            return;
        }
        long both = Math.max(callerHears.getAsLong(), personHears.getAsLong());
        joinedMs.add((both - key.getAsLong()) / (double) TimeUnit.MILLISECONDS.toNanos(1));
    }

    /** The first of the incoming packets that a tone is in for good. */
    private static OptionalLong toneFrom(List<PacketSeen> packets) {
        int row = 0;
        long first = 0;
        for (PacketSeen packet : packets) {
            if (packet.incoming() && packet.payloadType() < FIRST_DYNAMIC_TYPE) {
                boolean tone = Math.abs(packet.rms() / TONE_RMS - 1) < ALIKE;
                first = tone && row == 0 ? packet.nanos() : first;
                row = tone ? row + 1 : 0;
                if (row == IN_A_ROW) {
                    return OptionalLong.of(first);
                }
            }
        }
        return OptionalLong.empty();
    }

    private static Thread playing(PhoneCall call, double hertz) {
        Thread thread = new Thread(
                () -> {
                    try {
                        call.tone(hertz, LONG);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "bench-tone");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
