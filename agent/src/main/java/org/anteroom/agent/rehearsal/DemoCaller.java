package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.anteroom.speech.Expected;

/** A caller of the demo in one call: waits for the agent to finish, answers what it asked, and remembers when. Script
 *  thread only.
 */
final class DemoCaller {

    private static final Duration AGENT_SPEAKS_WITHIN = Duration.ofSeconds(20);
    /** Longer than the pause between two sentences of one answer. */
    private static final Duration AGENT_HAS_FINISHED = Duration.ofMillis(650);

    private static final int MOST_TURNS = 20;

    private final PhoneCall call;
    private final int number;
    private final Transcript transcript;
    private final List<DemoTurn> turns = new CopyOnWriteArrayList<>();

    /** @param number of the call, from 1, in the order in which they are answered */
    DemoCaller(PhoneCall call, int number, Transcript transcript) {
        this.call = call;
        this.number = number;
        this.transcript = transcript;
    }

    /** Answers every question until the agent hangs up. */
    void converse(DemoReplies replies) throws IOException, InterruptedException {
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            boolean finished = call.awaitTurn(AGENT_HAS_FINISHED, AGENT_SPEAKS_WITHIN);
            if (call.ending().isPresent()) {
                return;
            }
            if (!finished) {
                throw new IllegalStateException(silent());
            }
            Optional<DemoReplies.Reply> reply = transcript.lastSaid(number).flatMap(replies::to);
            if (reply.isPresent()) {
                speak(reply.get().clip(), reply.get().pause());
            } else if (call.awaitEnded(AGENT_HAS_FINISHED)) {
                return;
            } else {
                call.listenAfresh();
            }
        }
        throw new IllegalStateException("the call did not come to an end in " + MOST_TURNS + " turns");
    }

    /** Waits until the agent has spoken and is quiet, then plays the recording. */
    Spoken says(String clip) throws IOException, InterruptedException {
        awaitAgent();
        return speak(clip, Expected.Kind.OPEN);
    }

    private Spoken speak(String clip, Expected.Kind pause) throws IOException, InterruptedException {
        CallerAudio.Clip recording = CallerAudio.clip(clip);
        transcript.note(number, "caller", "says: \"" + recording.words() + "\"");
        Spoken spoken = call.say(recording);
        turns.add(new DemoTurn(call, spoken, pause));
        return spoken;
    }

    private void awaitAgent() throws InterruptedException {
        if (!call.awaitTurn(AGENT_HAS_FINISHED, AGENT_SPEAKS_WITHIN)) {
            throw new IllegalStateException(silent() + (call.ending().isPresent() ? "; the call had ended" : ""));
        }
    }

    private static String silent() {
        return "the agent did not speak and stop within " + AGENT_SPEAKS_WITHIN.toSeconds() + " s";
    }

    int number() {
        return number;
    }

    PhoneCall call() {
        return call;
    }

    List<DemoTurn> turns() {
        return List.copyOf(turns);
    }
}
