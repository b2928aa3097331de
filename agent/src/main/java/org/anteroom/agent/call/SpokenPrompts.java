package org.anteroom.agent.call;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.anteroom.media.Sound;
import org.anteroom.speech.Render;
import org.anteroom.speech.SpokenSound;
import org.anteroom.speech.SpokenText;
import org.anteroom.speech.Tempo;
import org.anteroom.speech.Voice;

/**
 * Turns sentences into sounds: those rendered and checked ahead of time from memory, all others streamed while they are
 * synthesised. Any thread; never blocks.
 */
public final class SpokenPrompts {
    private final Voice voice;
    private final Map<String, Render> ready = new ConcurrentHashMap<>();

    public SpokenPrompts(Voice voice) {
        this.voice = voice;
    }

    /** Keeps a checked render in memory. */
    public void keep(Render render) {
        ready.put(render.text(), render);
    }

    /** Whether the sentence is in memory. */
    public boolean ready(String text) {
        return ready.containsKey(text);
    }

    /** A sound to play once, at this tempo unless it is in memory; close it when it has ended or was stopped. */
    Playable sound(String text, Tempo tempo) {
        Render render = ready.get(text);
        if (render != null) {
            return new Playable(Sound.of(render.pcm()), null);
        }
        SpokenSound stream = voice.stream(text, tempo);
        return new Playable(stream::read, stream);
    }

    /** How long the sentence takes in ms; 0 when it isn't rendered. */
    int lengthMs(String text) {
        Render render = ready.get(text);
        return render == null ? 0 : render.durationMs();
    }

    /** The words that are heard when the sentence is spoken: numbers in words. */
    String words(String text) {
        return SpokenText.words(text);
    }
}
