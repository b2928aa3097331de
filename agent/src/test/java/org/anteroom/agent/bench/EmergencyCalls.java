package org.anteroom.agent.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.anteroom.agent.rehearsal.Answering;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.PacketSeen;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.Spoken;

/** Callers who say the decisive word, or press the emergency key, over our greeting: how long until the on-call phone is
 *  called, and until the greeting stops.
 *
 *  <pre>
 *      caller   ...#### chest pain|###...             the packet that holds the end of the decisive word, or of the key
 *      PBX      ......................|INVITE         the first thing the agent does after its decision
 *      caller   greeting greeting gree|Stay on ...    the first packet that is not the greeting's
 *  </pre>
 *
 *  Two words stop the greeting by themselves before anything is decided. One word doesn't, nor does a key before it is
 *  decided: only these tell how long the decision takes to silence us.
 */
final class EmergencyCalls {

    private static final List<String> PHRASES = List.of(
            "hours-chest-pain",
            "emergency-word",
            "emergency-breathe",
            "emergency-seizure",
            "emergency-unconscious",
            "emergency-overdose",
            "emergency-chest");
    private static final List<String> WORDS = List.of("emergency-shout", "emergency-call");
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration GREETING = Duration.ofSeconds(25);
    private static final Duration INVITE = Duration.ofSeconds(10);
    private static final Duration OVER = Duration.ofSeconds(20);
    /** Between the key that takes the call and the one that skips what it is about. */
    private static final Duration SKIP = Duration.ofMillis(500);
    /** From the answer on: the announcement, the keys, and a moment of talk. */
    private static final Duration TALK = Duration.ofSeconds(4);

    /** Decisive word's end to the INVITE, all spoken emergencies. */
    final Figures inviteMs = new Figures();
    /** The INVITE to the end of the greeting, single words. */
    final Figures wordSilentMs = new Figures();
    /** Decisive word's end to the end of the greeting, single words. */
    final Figures wordToSilenceMs = new Figures();
    /** The packet with which the key has been held long enough to the INVITE. */
    final Figures keyInviteMs = new Figures();
    /** The same packet to the end of the greeting. */
    final Figures keySilentMs = new Figures();
    /** How long the greeting had been silent at the INVITE, phrases. */
    final Figures silentBeforeMs = new Figures();

    int spoken;
    int keyed;
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

    /** That many spoken ones, every third a single word, and half as many keys. */
    void all(Practice practice, int count) throws Exception {
        practice.onCall().answering(Answering.after(Duration.ofMillis(300), EmergencyCalls::accept));
        hearGreeting(practice);
        for (int i = 0; i < count; i++) {
            boolean word = i % 3 == 2;
            String clip = word ? WORDS.get(i / 3 % WORDS.size()) : PHRASES.get((i - i / 3) % PHRASES.size());
            // A single word is said early, so that the greeting still runs when it is decided.
            Duration into = Duration.ofMillis((word ? 300 : 900) + 100L * (i % 16));
            spoken(practice, CallerAudio.clip(clip), word, into);
            if (i % 2 == 0) {
                keyed(practice, into);
            }
        }
    }

    private static void accept(PhoneCall call) throws InterruptedException {
        call.awaitSpeech(ANSWER);
        call.press('1');
        call.awaitEnded(SKIP);
        call.press('1');
        call.awaitEnded(OVER);
    }

    private void spoken(Practice practice, CallerAudio.Clip clip, boolean word, Duration into) throws Exception {
        try (PhoneCall call = greeted(practice, into)) {
            long before = System.nanoTime();
            Spoken said = call.say(clip);
            OptionalLong invite = practice.inviteAfter(before, INVITE);
            OptionalLong decisive =
                    Packets.sent(call.packets(), said, clip.decisiveMs().orElseThrow());
            spoken++;
            if (invite.isEmpty() || decisive.isEmpty()) {
                missed++;
                System.err.println(clip.name() + ": no INVITE");
                return;
            }
            double inviteAt = invite.getAsLong() / 1e6;
            double took = inviteAt - decisive.getAsLong() / 1e6;
            System.err.printf(Locale.ROOT, "%s: INVITE after %.0f ms%n", clip.name(), took);
            inviteMs.add(took);
            OptionalLong silent = silentAfter(said.startedNanos(), call);
            if (silent.isPresent()) {
                double silentAt = silent.getAsLong() / 1e6;
                if (word) {
                    wordSilentMs.add(silentAt - inviteAt);
                    wordToSilenceMs.add(silentAt - decisive.getAsLong() / 1e6);
                } else {
                    silentBeforeMs.add(inviteAt - silentAt);
                }
            }
            over(practice, call);
        }
    }

    private void keyed(Practice practice, Duration into) throws Exception {
        try (PhoneCall call = greeted(practice, into)) {
            long before = System.nanoTime();
            call.press('*');
            OptionalLong invite = practice.inviteAfter(before, INVITE);
            call.awaitEnded(Duration.ofMillis(500));
            OptionalLong key = Packets.keyHeldAfter(call.packets(), before);
            keyed++;
            if (invite.isEmpty() || key.isEmpty()) {
                missed++;
                System.err.println("key: no INVITE");
                return;
            }
            keyInviteMs.add((invite.getAsLong() - key.getAsLong()) / 1e6);
            silentAfter(key.getAsLong(), call).ifPresent(silent -> keySilentMs.add((silent - key.getAsLong()) / 1e6));
            over(practice, call);
        }
    }

    private static PhoneCall greeted(Practice practice, Duration into) throws Exception {
        // What the on-call phone took late belongs to a call that was given up.
        while (practice.onCall().nextTaken(Duration.ZERO).isPresent()) {}
        PhoneCall call = practice.caller().dial("600");
        if (!call.awaitAnswered(ANSWER)) {
            throw new IllegalStateException("The agent did not answer a call of the bench:\n" + practice.agentLog());
        }
        call.awaitSpeech(ANSWER);
        call.awaitEnded(into);
        return call;
    }

    /** Both have talked and the caller has hung up: a caller who leaves earlier is rung for, into the next emergency. */
    private static void over(Practice practice, PhoneCall call) throws InterruptedException {
        Optional<PhoneCall> taken = practice.onCall().nextTaken(OVER);
        call.awaitEnded(TALK);
        call.hangUp();
        if (taken.isPresent()) {
            taken.get().awaitEnded(OVER);
        }
    }

    /** The end of the greeting; empty when it ended before, or of itself. */
    private OptionalLong silentAfter(long nanos, PhoneCall call) {
        OptionalLong departs = Packets.departsFrom(greeting, call.packets());
        return departs.isPresent() && departs.getAsLong() > nanos ? departs : OptionalLong.empty();
    }
}
