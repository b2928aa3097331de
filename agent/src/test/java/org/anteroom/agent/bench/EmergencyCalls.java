package org.anteroom.agent.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
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

    /** Where a rule that doesn't wait is heard; the last word decides. */
    private static final List<String> IMMEDIATE = List.of(
            "emergency-breathe",
            "emergency-seizure",
            "emergency-blue",
            "emergency-choking",
            "emergency-unconscious",
            "emergency-unresponsive");
    /** Where no rule is heard; the last word decides. */
    private static final List<String> MEANING = List.of(
            "meaning-husband",
            "meaning-garden",
            "meaning-towel",
            "meaning-baby",
            "meaning-battery",
            "meaning-standing");

    private static final Set<String> WORDS = Set.of("emergency-shout", "emergency-call");
    /** Where a rule waits: once for the two words that follow, else for the pause after the last. Half are single words. */
    private static final List<String> SETTLE = List.of(
            "emergency-shout",
            "emergency-chest",
            "emergency-call",
            "emergency-word",
            "emergency-shout",
            "emergency-father",
            "emergency-call",
            "emergency-overdose");

    private static final List<List<String>> KINDS = List.of(IMMEDIATE, MEANING, SETTLE);
    private static final int OTHERS = 4;
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Duration GREETING = Duration.ofSeconds(25);
    private static final Duration INVITE = Duration.ofSeconds(10);
    private static final Duration OVER = Duration.ofSeconds(20);
    /** Between the key that takes the call and the one that skips what it is about. */
    private static final Duration SKIP = Duration.ofMillis(500);
    /** From the answer on: the announcement, the keys, and a moment of talk. */
    private static final Duration TALK = Duration.ofSeconds(4);

    /** A spoken emergency whose INVITE came.
     *
     *  @param dialled how many calls had been placed, this one included
     *  @param tookMs decisive word's end to the INVITE
     */
    private record Invited(int dialled, String clip, double tookMs) {}

    /** One whose INVITE didn't come. */
    private record Missed(int dialled, String clip) {}

    private final List<Missed> missed = new ArrayList<>();
    private final List<Invited> invited = new ArrayList<>();
    /** Decisive word's end to the INVITE, all spoken emergencies. */
    final Figures inviteMs = new Figures();
    /** The same by what decided. */
    final Map<DecidedBy, Figures> inviteByMs = new EnumMap<>(DecidedBy.class);
    /** Embedding and scoring a clause, of all calls meanwhile. */
    final Figures judgedMs = new Figures();

    /** The other calls meanwhile. */
    String others = "none";
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
    private int dialled;
    private List<PacketSeen> greeting = List.of();

    /** Hears the greeting once to its end, as the reference for when it was cut short. */
    void hearGreeting(Practice practice) throws Exception {
        try (PhoneCall call = practice.caller().dial("600")) {
            call.awaitAnswered(ANSWER);
            call.awaitTurn(Duration.ofMillis(1_500), GREETING);
            greeting = call.packets();
        }
    }

    /** That many spoken ones, kind after kind, and half as many keys, while others talk. */
    void all(Practice practice, int count) throws Exception {
        practice.onCall().answering(Answering.after(Duration.ofMillis(300), EmergencyCalls::accept));
        hearGreeting(practice);
        int judged = practice.judgedMs().size();
        try (Conversations talking = Conversations.begin(practice, OTHERS)) {
            for (int i = 0; i < count; i++) {
                List<String> kind = KINDS.get(i % KINDS.size());
                String clip = kind.get(i / KINDS.size() % kind.size());
                boolean word = WORDS.contains(clip);
                // A single word is said early, so that the greeting still runs when it is decided.
                Duration into = Duration.ofMillis((word ? 300 : 900) + 100L * (i % 16));
                spoken(practice, CallerAudio.clip(clip), word, into);
                if (i % 2 == 0) {
                    keyed(practice, into);
                }
            }
            others = talking.summary() + ", " + practice.refused() + " calls refused at first";
        }
        practice.judgedMs().stream().skip(judged).forEach(judgedMs::add);
        sort(practice);
    }

    /** Finds out what decided each of them, and prints what became of those that nothing did. */
    private void sort(Practice practice) throws Exception {
        Journals journals = new Journals(practice);
        for (Invited each : invited) {
            Optional<DecidedBy> by = journals.decided(each.dialled(), dialled);
            String kind = by.map(DecidedBy::toString).orElse("nothing known");
            System.err.printf(Locale.ROOT, "%s: %.0f ms, by %s%n", each.clip(), each.tookMs(), kind);
            by.ifPresent(known ->
                    inviteByMs.computeIfAbsent(known, what -> new Figures()).add(each.tookMs()));
        }
        for (Missed each : missed) {
            System.err.println(each.clip() + ": no INVITE\n" + journals.show(each.dialled(), dialled));
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
                missed.add(new Missed(dialled, clip.name()));
                return;
            }
            double inviteAt = invite.getAsLong() / 1e6;
            double took = inviteAt - decisive.getAsLong() / 1e6;
            inviteMs.add(took);
            invited.add(new Invited(dialled, clip.name(), took));
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
                System.err.println("key: no INVITE");
                return;
            }
            keyInviteMs.add((invite.getAsLong() - key.getAsLong()) / 1e6);
            silentAfter(key.getAsLong(), call).ifPresent(silent -> keySilentMs.add((silent - key.getAsLong()) / 1e6));
            over(practice, call);
        }
    }

    private PhoneCall greeted(Practice practice, Duration into) throws Exception {
        // What the on-call phone took late belongs to a call that was given up.
        while (practice.onCall().nextTaken(Duration.ZERO).isPresent()) {}
        PhoneCall call = practice.answered(practice.caller());
        dialled++;
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
