package org.anteroom.agent.dialogue;

import java.util.List;

/** What a conversation can be told. */
public sealed interface Input {

    /** The call is answered. First input, once. */
    record Began(CallFacts facts) implements Input {}

    /**
     * The caller finished a turn.
     *
     * @param words the open recogniser's words, lower case
     * @param slot the slot recogniser's words, empty where none ran or it heard nothing
     * @param clip where in the call's audio it was said
     */
    record Said(List<String> words, List<String> slot, Clip clip) implements Input {
        public Said {
            words = List.copyOf(words);
            slot = List.copyOf(slot);
        }

        @Override
        public String toString() {
            return "Said[" + words.size() + " words]";
        }
    }

    /** Keys: one key where keys count one by one, else the whole entry without {@code #}. Never the emergency key. */
    record Keyed(String keys) implements Input {
        @Override
        public String toString() {
            return "Keyed[" + keys.length() + " keys]";
        }
    }

    /** No speech and no key for {@link Listen#silenceMs()} after our last word. */
    record Silent() implements Input {}

    /** What was to be committed is on disk. */
    record Committed(String reference) implements Input {}

    /** What was to be committed is not on disk and won't be. */
    record CommitFailed() implements Input {}

    /** Nobody took the call; the caller is ours again. */
    record TransferFailed(Destination to) implements Input {}

    /** The detector took over: nothing more is said until {@link Resumed}. */
    record Overridden() implements Input {}

    /** The person who took the call gave it back for message-taking, or the ladder ended without a bridge. */
    record Resumed() implements Input {}

    /** The caller hung up. Last input. */
    record HungUp() implements Input {}
}
