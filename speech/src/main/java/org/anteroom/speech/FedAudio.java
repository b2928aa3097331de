package org.anteroom.speech;

import java.util.ArrayList;
import java.util.List;

/**
 * Where audio that was fed to a recogniser lies in the call: silence is not fed, so a recogniser's clock runs slower than
 * the call's. Holds one turn.
 *
 * <pre>
 *   call  |....|#### turn 0 ####|..............|### turn 1 ###|
 *   fed        |#### turn 0 ####|### turn 1 ###|
 * </pre>
 */
final class FedAudio {
    private record Stretch(long fedMs, long callMs) {}

    private final List<Stretch> stretches = new ArrayList<>();

    /** From this position of the recogniser on, what is fed follows this position of the call. */
    void from(long fedMs, long callMs) {
        stretches.add(new Stretch(fedMs, callMs));
    }

    void clear() {
        stretches.clear();
    }

    /** The call's position of a position fed, both in ms. */
    int toCall(long fedMs) {
        Stretch holding = stretches.get(0);
        for (Stretch each : stretches) {
            if (each.fedMs() <= fedMs) {
                holding = each;
            }
        }
        return (int) Math.max(0, holding.callMs() + fedMs - holding.fedMs());
    }

    List<Word> toCall(List<Word> fed) {
        return fed.stream()
                .map(word -> new Word(word.text(), word.confidence(), toCall(word.startMs()), toCall(word.endMs())))
                .toList();
    }
}
