package org.anteroom.agent.words;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;

/** A process whose vocabulary, the argument, knows a word that the model doesn't: embedding it fails inside the runtime. */
final class FailingOnInput {
    /** The model knows 30,522. */
    static final String PIECE = "987654";

    static final String VOCABULARY =
            """
            {"model":{"vocab":{"[UNK]":100,"[CLS]":101,"[SEP]":102,"suicide":%s}}}
            """
                    .formatted(PIECE);

    private FailingOnInput() {}

    public static void main(String[] args) throws IOException {
        ClassLoader source = new ClassLoader(FailingOnInput.class.getClassLoader()) {
            @Override
            public URL getResource(String name) {
                try {
                    return name.endsWith(".json") ? Path.of(args[0]).toUri().toURL() : super.getResource(name);
                } catch (MalformedURLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        try (Embedder embedder = Embedder.load(source)) {
            embedder.embed("suicide");
            System.out.println("embedded");
        } catch (IllegalStateException e) {
            e.printStackTrace(System.out);
        }
    }
}
