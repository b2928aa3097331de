package org.anteroom.agent.words;

import java.io.IOException;

/** Run by Anteroom's start script in Anteroom's place. */
final class InstalledEmbedder {

    private InstalledEmbedder() {}

    public static void main(String[] args) throws IOException {
        try (Embedder embedder = Embedder.load()) {
            System.out.println("vector of " + embedder.embed("she is turning blue").length);
        }
    }
}
