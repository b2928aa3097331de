package org.anteroom.agent.dialogue;

import java.util.List;
import java.util.Optional;
import org.anteroom.agent.practice.book.BookAnswer;
import org.anteroom.agent.practice.book.Refusal;
import org.anteroom.agent.words.HeardWord;
import org.anteroom.agent.words.Normaliser;
import org.anteroom.agent.words.Utterance;

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
     * @param others what else the open recogniser took it for, the likeliest first
     * @param understood what the turn is for, where its meaning was looked at
     */
    record Said(
            List<String> words,
            List<String> slot,
            Clip clip,
            List<List<String>> others,
            Optional<Understood> understood)
            implements Input {
        public Said {
            words = List.copyOf(words);
            slot = List.copyOf(slot);
            others = others.stream().map(List::copyOf).toList();
        }

        /** A turn whose meaning was not looked at. */
        public Said(List<String> words, List<String> slot, Clip clip) {
            this(words, slot, clip, List.of(), Optional.empty());
        }

        /** The same with what it is for. */
        public Said meaning(Understood found) {
            return new Said(words, slot, clip, others, Optional.of(found));
        }

        /** The same with what else it may have been. */
        public Said orElse(List<List<String>> readings) {
            return new Said(words, slot, clip, readings, understood);
        }

        /** A turn as it was heard: normalised, its clip from the first word to the last. */
        public static Said of(Utterance open, List<HeardWord> slot) {
            List<HeardWord> heard = Normaliser.heard(open.words());
            List<HeardWord> either = heard.isEmpty() ? slot : heard;
            long from = either.isEmpty() ? open.audioMs() : either.get(0).startMs();
            long to = either.isEmpty()
                    ? open.audioMs()
                    : either.get(either.size() - 1).endMs();
            return new Said(
                    heard.stream().map(HeardWord::text).toList(),
                    Normaliser.heard(slot).stream().map(HeardWord::text).toList(),
                    new Clip(Math.max(0, from), Math.max(Math.max(0, from), to)));
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

    /** The practice's rules, or somebody quicker, stood against what was to be committed: nothing was changed. */
    record Refused(Refusal why) implements Input {}

    /** What the practice's records answered. */
    record Found(org.anteroom.agent.practice.reception.Found answer) implements Input {}

    /** What was to be committed is not on disk and won't be. */
    record CommitFailed() implements Input {}

    /** News for a {@link DutyTalk}; others don't ask for any. */
    record Duty(DutyNews news) implements Input {}

    /** Nobody took the call; the caller is ours again. */
    record TransferFailed(Destination to) implements Input {}

    /** The detector took over: nothing more is said until {@link Resumed}. */
    record Overridden() implements Input {}

    /** The person who took the call gave it back for message-taking, or the ladder ended without a bridge. */
    record Resumed() implements Input {}

    /** The caller hung up. Last input. */
    record HungUp() implements Input {}

    /** What became of a change of the appointment book. */
    static Input of(BookAnswer answer) {
        return answer instanceof BookAnswer.Done done
                ? new Committed("appointment " + done.appointment().number())
                : new Refused(((BookAnswer.Refused) answer).why());
    }
}
