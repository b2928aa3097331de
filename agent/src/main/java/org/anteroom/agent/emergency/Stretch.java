package org.anteroom.agent.emergency;

import java.util.List;
import org.anteroom.agent.words.HeardWord;

/** A stretch of the call's audio, in ms: where certain words were heard. */
public record Stretch(int fromMs, int toMs) {

    /** From the first word's start to the last one's end. */
    static Stretch of(List<HeardWord> words) {
        return new Stretch(words.get(0).startMs(), words.get(words.size() - 1).endMs());
    }
}
