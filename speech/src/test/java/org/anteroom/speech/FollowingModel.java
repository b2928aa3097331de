package org.anteroom.speech;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A model whose recognisers keep what they are fed, and whose one word is all that was fed since the turn began. One thread at a time. */
final class FollowingModel implements SpeechModel {
    private final List<short[]> fed = new ArrayList<>();

    /** All that any of its recognisers was fed, at 16 kHz. */
    short[] fed() {
        return Audio.join(fed.toArray(short[][]::new));
    }

    @Override
    public Recogniser open() {
        return new Following();
    }

    @Override
    public Recogniser grammar(List<String> phrases) {
        return new Following();
    }

    @Override
    public void close() {}

    private final class Following implements Recogniser {
        private long samples;
        private long from;

        @Override
        public void feed(short[] pcm16k, int n) {
            samples += n;
            fed.add(Arrays.copyOf(pcm16k, n));
        }

        @Override
        public List<String> partial() {
            return List.of();
        }

        @Override
        public Recognised finish() {
            List<Word> words = List.of(new Word("all", 1, (int) from, (int) fedMs()));
            from = fedMs();
            return new Recognised(words, List.of());
        }

        @Override
        public long fedMs() {
            return samples / 16;
        }

        @Override
        public void close() {}
    }
}
