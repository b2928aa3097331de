package org.anteroom.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** A model whose recognisers say one word per turn, and fail, hang or run out when told to. */
final class ScriptedModel implements SpeechModel {
    final AtomicInteger made = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    volatile boolean failing;
    volatile boolean exhausted;
    volatile CountDownLatch hang = new CountDownLatch(0);

    @Override
    public Recogniser open() throws java.io.IOException {
        if (exhausted) {
            throw new java.io.IOException("no memory");
        }
        made.incrementAndGet();
        return new Scripted();
    }

    @Override
    public Recogniser grammar(List<String> phrases) throws java.io.IOException {
        throw new java.io.IOException("no grammars here");
    }

    @Override
    public void close() {}

    private final class Scripted implements Recogniser {
        private long samples;
        private int fed;
        private boolean shut;

        @Override
        public void feed(short[] pcm16k, int n) {
            check();
            try {
                hang.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            samples += n;
            fed++;
        }

        @Override
        public List<String> partial() {
            check();
            return fed > 20 ? List.of("word") : List.of();
        }

        @Override
        public Recognised finish() {
            check();
            List<Word> words = new ArrayList<>();
            if (fed > 20) {
                words.add(new Word("word", 1, (int) (samples / 16) - 100, (int) (samples / 16)));
            }
            fed = 0;
            return new Recognised(words, List.of());
        }

        @Override
        public long fedMs() {
            return samples / 16;
        }

        @Override
        public void close() {
            shut = true;
            closed.incrementAndGet();
        }

        private void check() {
            if (shut) {
                throw new IllegalStateException("closed");
            }
            if (failing) {
                throw new IllegalStateException("the recogniser failed");
            }
        }
    }
}
