package org.anteroom.agent.words;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/**
 * A process that embeds until it is told to stop, and whose own shutdown hook then waits for sentences that still come,
 * on the model in use and on others that are loaded so late.
 */
final class StoppedWhileEmbedding {
    static final String EMBEDDING = "embedding";
    static final String FINISHED = "finished";

    private static final String SENTENCE = "my son can't breathe, he is gasping for air";
    private static final int SENTENCES_AFTER = 50;
    /** Each takes a few hundred milliseconds: the runtime's own hook has long run when the last begins. */
    private static final int LOADS_AFTER = 4;

    private final CountDownLatch told = new CountDownLatch(1);

    private StoppedWhileEmbedding() {}

    public static void main(String[] args) throws InterruptedException {
        StoppedWhileEmbedding process = new StoppedWhileEmbedding();
        Thread mind = new Thread(process::embed, "mind");
        mind.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> process.stop(mind), "orderly-stop"));
        mind.join();
    }

    private void stop(Thread mind) {
        told.countDown();
        try {
            mind.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void embed() {
        try (Embedder embedder = Embedder.load()) {
            embedder.embed(SENTENCE);
            System.out.println(EMBEDDING);
            while (told.getCount() > 0) {
                embedder.embed(SENTENCE);
            }
            for (int i = 0; i < LOADS_AFTER; i++) {
                try (Embedder late = Embedder.load()) {
                    for (int j = 0; j < SENTENCES_AFTER; j++) {
                        late.embed(SENTENCE);
                        embedder.embed(SENTENCE);
                    }
                }
            }
            System.out.println(FINISHED);
        } catch (IOException e) {
            System.out.println(e.getMessage());
        }
    }
}
