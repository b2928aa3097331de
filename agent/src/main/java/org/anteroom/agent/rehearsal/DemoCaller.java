package org.anteroom.agent.rehearsal;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.anteroom.speech.Expected;

/** A caller of the demo in one call: waits for the agent to finish, speaks, and remembers when. Script thread only. */
final class DemoCaller {

    private static final Duration AGENT_SPEAKS_WITHIN = Duration.ofSeconds(25);
    /** Longer than the pause between two sentences of one answer. */
    private static final Duration AGENT_HAS_FINISHED = Duration.ofMillis(700);

    private final PhoneCall call;
    private final String name;
    private final Transcript transcript;
    private final List<DemoTurn> turns = new CopyOnWriteArrayList<>();

    DemoCaller(PhoneCall call, String name, Transcript transcript) {
        this.call = call;
        this.name = name;
        this.transcript = transcript;
    }

    /** Waits until the agent has spoken and is quiet, then plays the recording. */
    Spoken says(String clip, Expected.Kind pause) throws IOException, InterruptedException {
        awaitAgent("before '" + clip + "'");
        return speak(clip, pause, true);
    }

    /** Begins while the agent speaks. */
    Spoken interrupts(String clip) throws IOException, InterruptedException {
        if (!call.awaitSpeech(AGENT_SPEAKS_WITHIN)) {
            throw new IllegalStateException(
                    "The agent said nothing to " + name + " within " + AGENT_SPEAKS_WITHIN.toSeconds() + " s.");
        }
        return speak(clip, Expected.Kind.OPEN, false);
    }

    private Spoken speak(String clip, Expected.Kind pause, boolean alone) throws IOException, InterruptedException {
        CallerAudio.Clip recording = CallerAudio.clip(clip);
        transcript.note(name, "\"" + recording.words() + "\"");
        Spoken spoken = call.say(recording);
        turns.add(new DemoTurn(call, spoken, pause, alone));
        return spoken;
    }

    void awaitAgent(String when) throws InterruptedException {
        if (!call.awaitTurn(AGENT_HAS_FINISHED, AGENT_SPEAKS_WITHIN)) {
            throw new IllegalStateException("The agent did not speak and stop within "
                    + AGENT_SPEAKS_WITHIN.toSeconds() + " s " + when + " of " + name
                    + (call.ending().isPresent() ? "; the call had ended." : "."));
        }
    }

    /** Waits for the agent to hang up; hangs up itself when it doesn't. */
    void leaves() throws InterruptedException {
        if (!call.awaitEnded(AGENT_SPEAKS_WITHIN)) {
            transcript.note(name, "hangs up");
            call.hangUp();
        }
    }

    PhoneCall call() {
        return call;
    }

    List<DemoTurn> turns() {
        return List.copyOf(turns);
    }
}
