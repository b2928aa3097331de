package org.anteroom.agent.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;

/** Callers who leave a message, one after the other: how fast they are answered, what it costs. */
final class MessageCalls {

    private static final List<String> LINES = List.of(
            "message-wish",
            "message-name",
            "message-no",
            "message-number",
            "message-yes",
            "message-about",
            "message-nothing",
            "message-bye");
    private static final Duration QUIET = Duration.ofMillis(900);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    final Figures answerMs = new Figures();
    final Figures deviationMs = new Figures();
    final List<short[]> audio = new ArrayList<>();
    double talkSeconds;
    int calls;

    /** One call from greeting to goodbye. */
    void one(Phone caller) throws Exception {
        CallerSound sound = new CallerSound();
        List<Long> ends = new ArrayList<>();
        try (PhoneCall call = caller.dial("600")) {
            if (!call.awaitAnswered(ANSWER)) {
                throw new IllegalStateException("The agent did not answer: " + call.ending());
            }
            for (String line : LINES) {
                if (!call.awaitTurn(QUIET, PATIENCE)) {
                    break;
                }
                ends.add(sound.say(call, CallerAudio.clip(line)));
            }
            call.awaitTurn(QUIET, ANSWER);
            for (long end : ends) {
                Packets.firstSpeechAfter(call.packets(), end).ifPresent(first -> answerMs.add((first - end) / 1e6));
            }
            deviationMs.addAll(Packets.deviation(call.packets()));
        }
        sound.ended();
        audio.add(sound.audio());
        talkSeconds += sound.seconds();
        calls++;
    }
}
