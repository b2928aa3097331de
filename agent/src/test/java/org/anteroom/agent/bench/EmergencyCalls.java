package org.anteroom.agent.bench;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PacketSeen;
import org.anteroom.agent.rehearsal.PhoneCall;

/** Callers who say the decisive word over our greeting: how long until the on-call phone is called, and until we are silent. */
final class EmergencyCalls {

    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration GREETING = Duration.ofSeconds(25);
    private static final Duration INVITE = Duration.ofSeconds(10);

    final Figures inviteMs = new Figures();
    final Figures silentMs = new Figures();
    int calls;
    int missed;
    private List<PacketSeen> greeting = List.of();

    /** Hears the greeting once to its end, as the reference for when it was cut short. */
    void hearGreeting(Practice practice) throws Exception {
        try (PhoneCall call = practice.caller().dial("600")) {
            call.awaitAnswered(ANSWER);
            call.awaitTurn(Duration.ofMillis(1_500), GREETING);
            greeting = call.packets();
        }
    }

    /** One emergency, spoken over the greeting. */
    void one(Practice practice, Duration into) throws Exception {
        CallerAudio.Clip clip = CallerAudio.clip("hours-chest-pain");
        practice.onCall().answering(Answering.never());
        practice.forgetInvites();
        try (PhoneCall call = practice.caller().dial("600")) {
            call.awaitAnswered(ANSWER);
            call.awaitSpeech(ANSWER);
            call.awaitEnded(into);
            long decisive = call.say(clip).startedNanos()
                    + Duration.ofMillis(clip.decisiveMs().orElseThrow()).toNanos();
            OptionalLong invite = practice.nextInvite(INVITE);
            calls++;
            if (invite.isEmpty()) {
                missed++;
                return;
            }
            inviteMs.add((invite.getAsLong() - decisive) / 1e6);
            Packets.departsFrom(greeting, call.packets())
                    .ifPresent(silent -> silentMs.add((silent - invite.getAsLong()) / 1e6));
        }
    }
}
