package org.anteroom.agent.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.anteroom.agent.rehearsal.CallerAudio;
import org.anteroom.agent.rehearsal.Phone;
import org.anteroom.agent.rehearsal.PhoneCall;
import org.anteroom.agent.rehearsal.Spoken;

/** Callers who leave a message, one after the other: how fast they are answered, what it costs. */
final class MessageCalls {

    private record Line(String clip, AskedFor what) {}

    private record Turn(Spoken spoken, AskedFor what) {}

    private static final List<Line> LINES = List.of(
            new Line("message-wish", AskedFor.ANYTHING),
            new Line("message-name", AskedFor.ANYTHING),
            new Line("message-no", AskedFor.YES_OR_NO),
            new Line("message-number", AskedFor.NUMBER),
            new Line("message-yes", AskedFor.YES_OR_NO),
            new Line("message-about", AskedFor.MESSAGE),
            new Line("message-nothing", AskedFor.YES_OR_NO),
            new Line("message-bye", AskedFor.ANYTHING));
    private static final Duration QUIET = Duration.ofMillis(900);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    final Map<AskedFor, Figures> answerMs = new EnumMap<>(AskedFor.class);
    final Figures deviationMs = new Figures();
    final List<short[]> audio = new ArrayList<>();
    double talkSeconds;
    int calls;

    /** One call from greeting to goodbye. */
    void one(Phone caller) throws Exception {
        CallerSound sound = new CallerSound();
        List<Turn> turns = new ArrayList<>();
        try (PhoneCall call = caller.dial("600")) {
            if (!call.awaitAnswered(ANSWER)) {
                throw new IllegalStateException("The agent did not answer: " + call.ending());
            }
            for (Line line : LINES) {
                if (!call.awaitTurn(QUIET, PATIENCE)) {
                    break;
                }
                turns.add(new Turn(sound.say(call, CallerAudio.clip(line.clip())), line.what()));
            }
            call.awaitTurn(QUIET, ANSWER);
            for (Turn turn : turns) {
                Figures figures = answerMs.computeIfAbsent(turn.what(), what -> new Figures());
                Packets.answerMs(call.packets(), turn.spoken()).ifPresent(figures::add);
            }
            deviationMs.addAll(Packets.deviation(call.packets()));
        }
        sound.ended();
        audio.add(sound.audio());
        talkSeconds += sound.seconds();
        calls++;
    }

    /** The answers to every kind of question together. */
    Figures all() {
        Figures all = new Figures();
        answerMs.values().forEach(all::addAll);
        return all;
    }
}
