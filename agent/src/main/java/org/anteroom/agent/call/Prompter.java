package org.anteroom.agent.call;

import java.util.LinkedHashMap;
import java.util.Map;
import org.anteroom.media.PlaybackListener;
import org.anteroom.media.Player;
import org.anteroom.speech.Tempo;

/**
 * What we say to the caller: sentences queue, the caller's speech stops them, the emergency's sentences can't be stopped by
 * speech. Knows from the wire when a sentence began and ended. Mailbox only; the player's events are posted to it.
 */
final class Prompter {
    /** Told of what was on the wire. Called on the mailbox. */
    interface Listener {
        void began(Utterance utterance, long nanos);

        /** @param complete false when it was stopped before its end */
        void ended(Utterance utterance, boolean complete, long nanos);

        /** Synthesis failed or was refused: the sentence was not, or not wholly, heard. */
        void unspeakable(Utterance utterance);
    }

    /**
     * A sentence on its way to the caller.
     *
     * @param key the template's name, for journals
     * @param text its words
     * @param urgent whether speech may not stop it
     */
    record Utterance(int id, String key, String text, boolean urgent) {}

    private record InFlight(Utterance utterance, Playable playable) {}

    /** Posts a player's event to the call's mailbox; called on the media clock. */
    interface Post {
        void playback(int utterance, PlaybackListener.Event event, long nanos);
    }

    private final Player player;
    private final SpokenPrompts prompts;
    private final Listener listener;
    private final Post post;
    private final Map<Integer, InFlight> inFlight = new LinkedHashMap<>();
    private int last;

    Prompter(Player player, SpokenPrompts prompts, Listener listener, Post post) {
        this.player = player;
        this.prompts = prompts;
        this.listener = listener;
        this.post = post;
    }

    /** Speaks after what is being spoken. */
    void say(String key, String text) {
        speak(new Utterance(++last, key, text, false));
    }

    /** Speaks at once, instead of whatever is being spoken, and not to be stopped by speech. */
    void sayNow(String key, String text) {
        player.stop();
        speak(new Utterance(++last, key, text, true));
    }

    /** The caller speaks or types over us: stops everything, unless an urgent sentence is among it. */
    boolean interrupt() {
        if (inFlight.isEmpty()
                || inFlight.values().stream().anyMatch(one -> one.utterance().urgent())) {
            return false;
        }
        player.stop();
        return true;
    }

    /** Stops everything. */
    void stop() {
        player.stop();
    }

    /** Whether anything is on the wire or waits for it. */
    boolean speaking() {
        return !inFlight.isEmpty();
    }

    /** Heard by the caller while nothing is spoken. */
    void comfortTone(boolean on) {
        player.comfortTone(on);
    }

    /** The player's event, on the mailbox. */
    void playback(int id, PlaybackListener.Event event, long nanos) {
        InFlight one = inFlight.get(id);
        if (one == null) {
            return;
        }
        if (event == PlaybackListener.Event.STARTED) {
            listener.began(one.utterance(), nanos);
            return;
        }
        inFlight.remove(id);
        boolean failed = one.playable().failed();
        one.playable().close();
        if (failed) {
            listener.unspeakable(one.utterance());
        }
        listener.ended(one.utterance(), event == PlaybackListener.Event.FINISHED, nanos);
    }

    /** Lets go of what is still being synthesised. */
    void close() {
        player.stop();
        player.comfortTone(false);
        inFlight.values().forEach(one -> one.playable().close());
        inFlight.clear();
    }

    private void speak(Utterance utterance) {
        Playable playable;
        try {
            playable = prompts.sound(utterance.text(), Tempo.USUAL);
        } catch (RuntimeException refused) {
            // A voice that can't keep up must cost this sentence, not the call.
            listener.unspeakable(utterance);
            return;
        }
        inFlight.put(utterance.id(), new InFlight(utterance, playable));
        player.play(playable.sound(), (playback, event, nanos) -> post.playback(utterance.id(), event, nanos));
    }
}
